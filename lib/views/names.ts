/** Columns of the list of messages, in the order in which they stand. */
export const COLUMNS = [
  'subject',
  'to',
  'status',
  'provider',
  'company',
  'category',
  'priority',
  'tags',
  'from',
  'scheduledAt',
  'finishedAt',
  'acceptedAt',
] as const;
export type ColumnName = (typeof COLUMNS)[number];

/** What the list may be filtered by, as it stands in the address of the page. */
export const FILTER_NAMES = [
  'q',
  'status',
  'provider',
  'company',
  'tag',
  'category',
  'time',
  'since',
  'until',
  'finishedSince',
  'finishedUntil',
  'event',
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];
