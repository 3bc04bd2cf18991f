import { SUPPRESSION_CAUSES, type SuppressionCause } from '@/drizzle/suppression-causes';
import { mutation } from '@/lib/audit/mutation';
import { companyFor } from '@/lib/companies/resolve';
import type { Context } from '@/lib/context';
import { newId } from '@/lib/ids';
import { CATEGORIES } from '@/lib/routing/categories';
import { isEmailAddress } from '@/lib/text/address';
import { type CsvRow, readCsv } from '@/lib/text/read-csv';
import { putByHand, type Row } from './by-hand';
import { toCompare } from './compare';
import type { ImportResult, WrongLine } from './schema';

/** More is another list than this one. */
export const MOST_ROWS = 500_000;
/** Of so many it is told on which lines they stand; of the others, how many there are. */
const MOST_TOLD = 1_000;

const NAMES = ['address', 'cause', 'category', 'reason'] as const;
type Column = (typeof NAMES)[number];
/** As other systems call it in their exports. */
const ALSO: Record<string, Column> = {
  email: 'address',
  recipient: 'address',
  type: 'cause',
  correo: 'address',
};

/**
 * Adds the addresses of a CSV file: `address`, and where the first line names them `cause`, `category` and `reason`. A wrong row is told with
 * its line and the others are added; nothing is added of a file that breaks off. @throws AppError forbidden, validation_failed
 */
export async function importSuppressions(
  ctx: Context,
  text: AsyncIterable<string>,
  { company }: { company?: string | null } = {},
): Promise<ImportResult> {
  const companyId = await companyFor(ctx, company);
  const rows = new Map<string, Row>();
  const errors: WrongLine[] = [];
  let wrong = 0;
  let repeated = 0;
  let columns: (Column | null)[] = ['address'];
  let isFirst = true;
  const now = new Date();
  for await (const row of readCsv(text)) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    const named = isFirst && !row.tooLarge ? headerOf(row) : null;
    isFirst = false;
    if (named) {
      columns = named;
      continue;
    }
    const parsed = row.tooLarge ? 'too_large' : rows.size < MOST_ROWS ? parse(row, columns) : 'too_many';
    if (typeof parsed === 'string') {
      wrong++;
      if (errors.length < MOST_TOLD)
        errors.push({ line: row.line, text: row.cells.join(',').slice(0, 200), code: parsed });
      continue;
    }
    const key = JSON.stringify([parsed.address, parsed.cause, parsed.category]);
    if (rows.has(key)) repeated++;
    rows.set(key, {
      id: newId(),
      companyId,
      channel: 'email',
      ...parsed,
      firstAt: now,
      lastAt: now,
      expiresAt: null,
      addedBy: ctx.actor.label,
    });
  }
  const result = { added: rows.size, repeated, wrong, errors };
  if (rows.size > 0)
    await mutation(ctx, 'suppression.import', async (tx) => {
      await putByHand(tx, [...rows.values()]);
      return {
        result: undefined,
        subjectId: null,
        ownerId: companyId,
        after: { added: rows.size, repeated, wrong },
      };
    });
  return result;
}

function headerOf({ cells }: CsvRow): (Column | null)[] | null {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const columns = names.map((name) => NAMES.find((known) => known === name) ?? ALSO[name] ?? null);
  return columns.includes('address') ? columns : null;
}

type Parsed = { address: string; cause: SuppressionCause; category: string | null; reason: string | null };

function parse({ cells }: CsvRow, columns: (Column | null)[]): Parsed | WrongLine['code'] {
  const of = (column: Column) => cells[columns.indexOf(column)]?.trim() || undefined;
  const address = of('address')?.replace(/^'/, '') ?? '';
  if (address.length > 254 || !isEmailAddress(address)) return 'address';
  const cause = of('cause') ?? 'manual';
  if (!(SUPPRESSION_CAUSES as readonly string[]).includes(cause)) return 'cause';
  const category = of('category') ?? null;
  if (category !== null && !(CATEGORIES as readonly string[]).includes(category)) return 'category';
  return {
    address: toCompare('email', address),
    cause: cause as SuppressionCause,
    category,
    reason: of('reason')?.slice(0, 500) ?? null,
  };
}
