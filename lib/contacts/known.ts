import { isDeepStrictEqual } from 'node:util';
import { sql } from 'drizzle-orm';
import { contacts } from '@/drizzle/schema/contacts';
import type { Transaction } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { compared, type Facts, type Given, identities, merge, NOTHING_KNOWN } from './prepare';
import type { Outcome } from './schema';

export type ContactRow = typeof contacts.$inferSelect;
export type Person = { id: string; identity: string; facts: Facts; outcome: Outcome };

/** As it stands in the index: a parameter would not be found by it. */
export const OF_ALL = sql.raw("'00000000-0000-0000-0000-000000000000'::uuid");

/** Those whom these are about, held until the transaction ends. */
export function readKnown(
  tx: Pick<Transaction, 'select'>,
  companyId: string | null,
  given: readonly Given[],
) {
  const names = [...new Set(given.flatMap(identities))];
  const emails = [...new Set(given.flatMap(({ email }) => compared(email) ?? []))];
  return tx
    .select()
    .from(contacts)
    .where(
      sql`coalesce(${contacts.companyId}, ${OF_ALL}) = coalesce(${companyId}::uuid, ${OF_ALL}) and
        (${contacts.identity} = any(${sql.param(names)}::text[]) or ${contacts.emailCompared} = any(${sql.param(emails)}::text[]))`,
    )
    .orderBy(contacts.id);
}

/** Whom each of these is about, and what is known of them then; one who is told of twice stands here twice. */
export function layOver(rows: ContactRow[], given: readonly Given[]): Person[] {
  const known = index(rows);
  return given.map((one) => {
    const found = known.find(one);
    const person = found ?? { id: newId(), identity: '', facts: NOTHING_KNOWN, outcome: 'created' as const };
    const facts = merge(person.facts, one);
    known.forget(person);
    if (person.outcome === 'same' && !isDeepStrictEqual(facts, person.facts)) person.outcome = 'changed';
    person.facts = facts;
    person.identity = identities(facts)[0] ?? person.identity;
    known.add(person);
    return person;
  });
}

function index(rows: ContactRow[]) {
  const byIdentity = new Map<string, Person>();
  const byEmail = new Map<string, Person>();
  const add = (person: Person) => {
    byIdentity.set(person.identity, person);
    const email = compared(person.facts.email);
    if (email && !byEmail.has(email)) byEmail.set(email, person);
  };
  /** Whoever gets a key is not found by the address any more by those who bring keys of their own. */
  const forget = (person: Person) => byIdentity.delete(person.identity);
  for (const row of rows)
    add({ id: row.id, identity: row.identity, facts: factsOf(row), outcome: 'same' as const });
  /** With a key: that one, or one without a key at one of its addresses, which gets it. Without: whoever has the address. */
  const find = (one: Given): Person | undefined => {
    const found = identities(one).flatMap((name) => byIdentity.get(name) ?? [])[0];
    if (found || one.key) return found;
    const email = compared(one.email);
    return email === null ? undefined : byEmail.get(email);
  };
  return { find, add, forget };
}

export function factsOf(row: ContactRow): Facts {
  const { key, name, email, phone, whatsapp, telegram, slack, language, timeZone, fields } = row;
  return { key, name, email, phone, whatsapp, telegram, slack, language, timeZone, fields };
}
