import { z } from 'zod';
import type { Context } from '@/lib/context';
import { shortText } from '@/lib/validation';
import { type TableRow, tableRows } from './tables';

export const TableFilter = z.strictObject({
  /** Stands in a row's words, its meaning or its table. */
  search: shortText(100).optional(),
});

/** The built-in tables, row by row, in the order in which they are asked. */
export async function listReplyTables(
  _ctx: Context,
  { search = '' }: z.output<typeof TableFilter>,
): Promise<{ data: TableRow[] }> {
  const wanted = search.trim().toLowerCase();
  const isIt = ({ table, cause, says, unless }: TableRow) =>
    [table, cause, ...says, ...unless].some((text) => text.toLowerCase().includes(wanted));
  return { data: tableRows().filter(isIt) };
}
