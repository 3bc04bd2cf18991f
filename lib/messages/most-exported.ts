/** Ids stand in the address, which must stay short enough for every proxy. */
export const MOST_EXPORTED_BY_ID = 200;
