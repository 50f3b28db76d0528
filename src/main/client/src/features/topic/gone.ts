import { createContext } from 'react';

/** Whether the topic was deleted while it is shown: its texts stay, but nothing can be done with them any more. */
export const Gone = createContext(false);
