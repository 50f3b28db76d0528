import { createContext, use } from 'react';

/** Where the chat is shown: on its page, where a room has an address, or in the drawer over another page. */
export type Place =
  | { readonly kind: 'page' }
  | { readonly kind: 'drawer'; readonly goTo: (roomId: string | undefined) => void };

export const PlaceContext = createContext<Place>({ kind: 'page' });
export const usePlace = () => use(PlaceContext);
