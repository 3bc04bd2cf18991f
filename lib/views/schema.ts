import { z } from 'zod';
import { displayName, shortText, uniqueList } from '@/lib/validation';
import { COLUMNS, type ColumnName, FILTER_NAMES, type FilterName } from './names';

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
