import { isDeepStrictEqual } from 'node:util';
import { companyFor } from '@/lib/companies/resolve';
import type { Context } from '@/lib/context';
import { AppError, fieldError } from '@/lib/errors';
import { readKind } from '@/lib/subject-kinds/change';
import type { SubjectField } from '@/lib/subject-kinds/schema';
import { type CsvRow, MOST_CELLS, MOST_CHARACTERS, readCsv } from '@/lib/text/read-csv';
import { columnsOf } from './columns';
import type { SubjectImport, SubjectsImported } from './import-schema';
import { type Kept, lookUpSubjects } from './look-up';
import { type Given, putSubjects } from './put';
import { readCell } from './read-cell';
import { judgeSubjects } from './save';
import { MAX_SUBJECTS, type SubjectOutcome } from './schema';

const MOST_ROWS = 200_000;
const MOST_TOLD = 200;
/** Of one row: it may be wrong in as many ways as it has cells. */
const MOST_FLAWS = 5;
const ROW_TOO_LARGE = fieldError('', 'row_too_large', { cells: MOST_CELLS, characters: MOST_CHARACTERS });

/**
 * Adds the subjects of a CSV file, and changes those known already: imported again it changes nothing. Wrong rows are told with their lines
 * and the others are stored, a thousand at a time, so that one that broke off is simply imported again.
 * @throws AppError not_found for an unknown kind, forbidden, validation_failed
 */
export async function importSubjects(
  ctx: Context,
  text: string | AsyncIterable<string>,
  { kind: ref, company, columns: asked, dryRun, ...written }: SubjectImport,
): Promise<SubjectsImported> {
  const companyId = await companyFor(ctx, company);
  const kind = await readKind({ companyId: ctx.companyId ?? companyId }, ref);
  const of = { kind, companyId };
  const result: SubjectsImported = { columns: [], created: 0, changed: 0, same: 0, wrong: 0, errors: [] };
  const tell = ({ line, cells }: CsvRow, errors: AppError['errors']) => {
    result.wrong++;
    if (result.errors.length < MOST_TOLD)
      result.errors.push({
        line,
        text: cells.join(',').slice(0, 200),
        errors: (errors ?? []).slice(0, MOST_FLAWS),
      });
  };
  const told = new Map<string, Kept>();
  let read: { row: CsvRow; item: object }[] = [];
  const store = async () => {
    const judged = await judgeSubjects(
      ctx,
      { kind, companyId },
      read.map(({ item }) => item),
    );
    for (const [index, one] of judged.entries())
      if (one instanceof AppError) tell(read[index]!.row, one.errors);
    read = [];
    const { given, again } = fold(judged.filter((one): one is Given => !(one instanceof AppError)));
    const outcomes =
      dryRun === 'true'
        ? await lookUpSubjects(of, given, told)
        : given.length > 0
          ? [...(await putSubjects(ctx, of, given)).values()].map(({ outcome }) => outcome)
          : [];
    for (const outcome of [...outcomes, ...again]) result[outcome]++;
  };
  let columns: Column[] | null = null;
  let rows = 0;
  for await (const row of readCsv(text)) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    if (!columns) {
      if (row.tooLarge)
        throw new AppError('validation_failed', ROW_TOO_LARGE.message, { errors: [ROW_TOO_LARGE] });
      const names = columnsOf(row.cells, kind.fields, asked);
      result.columns = row.cells.map((header, at) => ({ header: header.slice(0, 80), to: names[at] ?? '-' }));
      columns = names.map((name) => kind.fields.find((field) => field.name === name) ?? name);
      continue;
    }
    if (++rows > MOST_ROWS || row.tooLarge) {
      tell(row, [row.tooLarge ? ROW_TOO_LARGE : fieldError('', 'too_many', { max: MOST_ROWS })]);
      continue;
    }
    try {
      read.push({ row, item: itemOf(row, columns, written) });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      tell(row, error.errors);
    }
    if (read.length === MAX_SUBJECTS) await store();
  }
  await store();
  result.errors.sort((a, b) => a.line - b.line);
  return result;
}

type Column = string | SubjectField;

/** A blank cell says nothing: what is known stays. */
function itemOf({ cells }: CsvRow, columns: Column[], written: Parameters<typeof readCell>[2]): object {
  const item: Record<string, unknown> = {};
  const data: Record<string, unknown> = {};
  for (const [index, column] of columns.entries()) {
    const value = cells[index]?.trim();
    if (!value || column === '-') continue;
    if (typeof column === 'string') item[column] = value;
    else data[column.name] = readCell(column, value, written);
  }
  return { ...item, data };
}

/** One of each key, later rows laid over earlier ones; `again`: what those came to. */
function fold(judged: Given[]): { given: Given[]; again: SubjectOutcome[] } {
  const byKey = new Map<string, Given>();
  const again: SubjectOutcome[] = [];
  for (const one of judged) {
    const before = byKey.get(one.key);
    const after = before
      ? { ...one, contactId: one.contactId ?? before.contactId, data: { ...before.data, ...one.data } }
      : one;
    if (before) again.push(isDeepStrictEqual(before, after) ? 'same' : 'changed');
    byKey.set(one.key, after);
  }
  return { given: [...byKey.values()], again };
}
