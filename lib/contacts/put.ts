import { sql } from 'drizzle-orm';
import type { Transaction } from '@/lib/database/db';
import { layOver, type Person, readKnown } from './known';
import { compared, type Given } from './prepare';
import type { Outcome } from './schema';

export type Put = { id: string; outcome: Outcome };

/**
 * Each of these people as told, those known already by key or else by address changed: three statements, however many. Two that are the
 * same person are laid over each other in their order. It fails on one whom somebody else makes at this moment.
 */
export async function putContacts(
  tx: Transaction,
  companyId: string | null,
  given: readonly Given[],
): Promise<Put[]> {
  const people = layOver(await readKnown(tx, companyId, given).for('update'), given);
  const each = [...new Set(people)];
  await change(
    tx,
    each.filter(({ outcome }) => outcome === 'changed'),
  );
  await create(
    tx,
    companyId,
    each.filter(({ outcome }) => outcome === 'created'),
  );
  return tellOnce(people).map(({ id, outcome }) => ({ id, outcome }));
}

/** Whoever comes twice is new once. */
export function tellOnce(people: Person[], told = new Set<string>()): Person[] {
  return people.map((person) => {
    const isTold = told.has(person.identity);
    told.add(person.identity);
    return isTold ? { ...person, outcome: 'same' } : person;
  });
}

const COLUMNS = sql`id uuid, identity text, key text, name text, email text, email_compared text, phone text,
  whatsapp text, telegram text, slack text, language text, time_zone text, fields jsonb`;

function rowsOf(people: Person[]): string {
  const rows = people.map(({ id, identity, facts: { timeZone, ...facts } }) => ({
    ...facts,
    id,
    identity,
    time_zone: timeZone,
    email_compared: compared(facts.email),
  }));
  return JSON.stringify(rows);
}

async function change(tx: Transaction, people: Person[]): Promise<void> {
  if (people.length === 0) return;
  await tx.execute(sql`
    update contacts set identity = given.identity, key = given.key, name = given.name, email = given.email,
      email_compared = given.email_compared, phone = given.phone, whatsapp = given.whatsapp,
      telegram = given.telegram, slack = given.slack, language = given.language, time_zone = given.time_zone,
      fields = given.fields, version = contacts.version + 1, updated_at = now()
    from jsonb_to_recordset(${rowsOf(people)}::text::jsonb) as given(${COLUMNS})
    where contacts.id = given.id`);
}

/** Of one whom somebody else makes at the same moment it fails: what they told is not to be lost. */
async function create(tx: Transaction, companyId: string | null, people: Person[]): Promise<void> {
  if (people.length === 0) return;
  const sorted = people.toSorted((a, b) => (a.identity < b.identity ? -1 : 1));
  await tx.execute(sql`
    insert into contacts (id, company_id, identity, key, name, email, email_compared, phone, whatsapp, telegram, slack,
      language, time_zone, fields)
    select id, ${companyId}::uuid, identity, key, name, email, email_compared, phone, whatsapp, telegram, slack,
      language, time_zone, fields
    from jsonb_to_recordset(${rowsOf(sorted)}::text::jsonb) as given(${COLUMNS})`);
}
