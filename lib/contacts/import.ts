import { companyFor } from '@/lib/companies/resolve';
import { settingsFor } from '@/lib/companies/settings-for';
import type { Context } from '@/lib/context';
import { AppError, fieldError, invalid } from '@/lib/errors';
import { parseInput } from '@/lib/http/parse-input';
import { type CsvRow, MOST_CELLS, MOST_CHARACTERS, readCsv } from '@/lib/text/read-csv';
import { LEFT_OUT, readHeader } from './columns';
import type { ContactImport, ContactsImported, WrongRow } from './import-schema';
import { lookUpContacts } from './look-up';
import { type Given, identities, prepareContact } from './prepare';
import { storeContacts } from './save';
import { ContactItem, MAX_CONTACTS } from './schema';

const MOST_ROWS = 200_000;
const MOST_COLUMNS = 200;
const MOST_TOLD = 200;
const SAMPLE = 5;
/** Of one row: it may be wrong in as many ways as it has cells. */
const MOST_FLAWS = 5;
const ROW_TOO_LARGE = fieldError('', 'row_too_large', { cells: MOST_CELLS, characters: MOST_CHARACTERS });

/**
 * Adds the people of a CSV file, and changes those known already: imported again it changes nothing. Wrong rows are told with their lines and
 * the others are stored, a thousand at a time, so that one that broke off is simply imported again. @throws AppError forbidden, validation_failed
 */
export async function importContacts(
  ctx: Context,
  text: string | AsyncIterable<string>,
  { company, columns: asked, dryRun }: ContactImport,
): Promise<ContactsImported> {
  const companyId = await companyFor(ctx, company);
  const { country } = await settingsFor(companyId);
  const result: ContactsImported = {
    columns: [],
    sample: [],
    created: 0,
    changed: 0,
    same: 0,
    wrong: 0,
    errors: [],
  };
  const tell = (row: CsvRow, errors: WrongRow['errors']) => {
    result.wrong++;
    if (result.errors.length < MOST_TOLD)
      result.errors.push({
        line: row.line,
        text: row.cells.join(',').slice(0, 200),
        errors: errors.slice(0, MOST_FLAWS),
      });
  };
  const seen = new Set<string>();
  let batch: Given[] = [];
  const store = async () => {
    const put =
      dryRun === 'true'
        ? await lookUpContacts(companyId, batch, seen)
        : await storeContacts(ctx, companyId, batch);
    for (const { outcome } of put) result[outcome]++;
    batch = [];
  };
  let columns: string[] | null = null;
  let rows = 0;
  for await (const row of readCsv(text)) {
    if (row.cells.every((cell) => cell.trim() === '')) continue;
    if (!columns) {
      columns = columnsOf(row, asked);
      result.columns = row.cells.map((header, index) => ({
        header: header.slice(0, 80),
        to: columns![index] ?? LEFT_OUT,
      }));
      continue;
    }
    if (result.sample.length < SAMPLE)
      result.sample.push(row.cells.slice(0, MOST_COLUMNS).map((cell) => cell.slice(0, 80)));
    if (++rows > MOST_ROWS || row.tooLarge) {
      tell(row, [row.tooLarge ? ROW_TOO_LARGE : fieldError('', 'too_many', { max: MOST_ROWS })]);
      continue;
    }
    try {
      batch.push(prepareContact(parseInput(ContactItem, itemOf(row, columns)), country));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      tell(row, error.errors ?? []);
    }
    if (batch.length === MAX_CONTACTS) await store();
  }
  if (batch.length > 0) await store();
  return result;
}

/** @throws AppError validation_failed where nothing in it says who somebody is */
function columnsOf({ cells, tooLarge }: CsvRow, asked: string[] | undefined): string[] {
  if (cells.length > MOST_COLUMNS) throw invalid('columns', 'too_many', { max: MOST_COLUMNS });
  if (tooLarge) throw new AppError('validation_failed', ROW_TOO_LARGE.message, { errors: [ROW_TOO_LARGE] });
  const columns = asked ?? readHeader(cells);
  const all = Object.fromEntries(columns.map((name) => [name, 'x']));
  if (identities(all as Given).length === 0) throw invalid('columns', 'contact_needs');
  return columns;
}

/** A blank cell says nothing: what is known stays. */
function itemOf({ cells }: CsvRow, columns: string[]): object {
  const item: Record<string, unknown> = {};
  const fields: Record<string, string> = {};
  for (const [index, name] of columns.entries()) {
    // The apostrophe by which an export keeps spreadsheets from taking a number for a formula.
    const value = cells[index]?.trim().replace(/^'(?=[=+\-@])/, '');
    if (!value || name === LEFT_OUT) continue;
    if (name.startsWith('fields.')) fields[name.slice('fields.'.length)] = value;
    else item[name] = value;
  }
  return Object.keys(fields).length > 0 ? { ...item, fields } : item;
}
