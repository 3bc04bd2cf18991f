/** The address that a page was asked for by, with its query: Next tells its pages only their parameters. Written by `proxy.ts` alone. */
export const PAGE_HEADER = 'x-relevo-page';
