/** Of a read by the panel: `0` where nobody has touched the page for a while, so that a page that refreshes itself keeps no session alive. */
export const ATTENDED_HEADER = 'x-relevo-attended';
