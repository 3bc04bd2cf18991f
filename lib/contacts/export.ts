import { and, asc, gt, sql } from 'drizzle-orm';
import { contacts } from '@/drizzle/schema/contacts';
import { Semaphore } from '@/lib/async/semaphore';
import { streamInTurn } from '@/lib/async/stream-in-turn';
import { companyFilter } from '@/lib/companies/resolve';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { csvLine } from '@/lib/text/csv';
import { COLUMNS } from './columns';
import type { ContactExport } from './schema';

const exports = new Semaphore(2);
const CHUNK = 2_000;
const LONGEST_MS = 15 * 60_000;
const MOST_FIELDS = 200;

/** As a file that is made while it is read, with the names that an import knows: it can be changed in a spreadsheet, and imported again. */
export async function exportContacts(
  ctx: Context,
  { company }: ContactExport,
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const companyId = await companyFilter(ctx, company);
  const encoder = new TextEncoder();
  async function* encode() {
    for await (const piece of linesOf(companyId)) yield encoder.encode(piece);
  }
  return streamInTurn((work) => exports.run(work), encode, LONGEST_MS);
}

async function* linesOf(companyId: string | null): AsyncGenerator<string> {
  const isTheirs = scoped({ companyId }, contacts.companyId, 'shared');
  const fields = await fieldsOf(isTheirs);
  yield csvLine([...COLUMNS, ...fields]);
  for (let after: string | undefined; ; ) {
    const rows = await db()
      .select()
      .from(contacts)
      .where(and(isTheirs, after ? gt(contacts.id, after) : undefined))
      .orderBy(asc(contacts.id))
      .limit(CHUNK);
    const lines = rows.map((row) =>
      csvLine([...COLUMNS.map((name) => row[name]), ...fields.map((name) => cellOf(row.fields[name]))]),
    );
    if (lines.length > 0) yield lines.join('');
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
