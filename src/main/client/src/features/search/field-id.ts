/** The one field of a page for a search: in the header, or on the page of the search. */
export const FIELD_ID = 'search-field';
