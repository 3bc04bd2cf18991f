import { and, asc, gt, sql } from 'drizzle-orm';
import { contacts } from '@/drizzle/schema/contacts';
import { Semaphore } from '@/lib/async/semaphore';
import { streamInTurn } from '@/lib/async/stream-in-turn';
import { companyFilter } from '@/lib/companies/resolve';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { csvLine } from '@/lib/text/csv';
import { csvPieces } from '@/lib/text/csv-pieces';
import { COLUMNS } from './columns';
import type { ContactExport } from './schema';

const exports = new Semaphore(2);
/** Few: one may have 50 kB of fields. */
const CHUNK = 200;
const LONGEST_MS = 15 * 60_000;
const MOST_FIELDS = 200;

/** As a file that is made while it is read, with the names that an import knows: it can be changed in a spreadsheet, and imported again. */
export async function exportContacts(
  ctx: Context,
  { company }: ContactExport,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const companyId = await companyFilter(ctx, company);
  return streamInTurn(
    (work) => exports.run(work),
    () => linesOf(companyId),
    LONGEST_MS,
  );
}

async function* linesOf(companyId: string | null): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const isTheirs = scoped({ companyId }, contacts.companyId, 'shared');
  const fields = await fieldsOf(isTheirs);
  yield* csvPieces([[...COLUMNS, ...fields]], csvLine);
  for (let after: string | undefined; ; ) {
    const rows = await db()
      .select()
      .from(contacts)
      .where(and(isTheirs, after ? gt(contacts.id, after) : undefined))
      .orderBy(asc(contacts.id))
      .limit(CHUNK);
    yield* csvPieces(rows, (row) =>
      csvLine([...COLUMNS.map((name) => row[name]), ...fields.map((name) => cellOf(row.fields[name]))]),
    );
    if (rows.length < CHUNK) return;
    after = rows.at(-1)!.id;
  }
}

function cellOf(value: string | number | boolean | undefined): string | number {
  return typeof value === 'boolean' ? String(value) : (value ?? '');
}

async function fieldsOf(isTheirs: ReturnType<typeof scoped>): Promise<string[]> {
  const rows = (await db().execute(sql`
    select distinct jsonb_object_keys(${contacts.fields}) as name from ${contacts} where ${isTheirs ?? sql`true`}
    order by name limit ${MOST_FIELDS}`)) as unknown as { name: string }[];
  return rows.map(({ name }) => name);
}
