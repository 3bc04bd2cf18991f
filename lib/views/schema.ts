import { z } from 'zod';
import { displayName, shortText, uniqueList } from '@/lib/validation';

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
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** Only for looking: what a later version does not know any more filters nothing. */
const Filters = z.partialRecord(z.enum(FILTER_NAMES), shortText(200));

const Columns = uniqueList(z.enum(COLUMNS), 50).min(1);

export const ViewInput = z.strictObject({
  name: displayName(40),
  filters: Filters,
  /** Null: those that the person has chosen for the list. */
  columns: Columns.nullable().default(null),
});
export type ViewInput = z.output<typeof ViewInput>;

/** Only what is given changes. */
export const ViewPatch = ViewInput.partial().extend({ id: z.uuid(), columns: Columns.nullable().optional() });
export type ViewPatch = z.output<typeof ViewPatch>;

export const ViewRef = z.strictObject({ id: z.uuid() });

/** Null: back to those of the mode. */
export const ColumnsInput = z.strictObject({ columns: Columns.nullable() });

export type MessageView = {
  id: string;
  name: string;
  filters: Partial<Record<FilterName, string>>;
  columns: ColumnName[] | null;
};
