/** From the first to be sent to the last; the index is what the row keeps. */
export const PRIORITIES = ['urgent', 'high', 'normal', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];
/** As the row keeps it. */
export const URGENT = PRIORITIES.indexOf('urgent');
