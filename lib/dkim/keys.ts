import { eq, sql as raw } from 'drizzle-orm';
import { domainKeys } from '@/drizzle/schema/domains';
import { db, sql, type Transaction } from '@/lib/database/db';
import { invalid } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { type Algorithm, makePrivateKey, recordOf } from './key-pair';
import { forgetSigners } from './signers';
import { sealPrivateKey } from './stored-keys';

/** A queue of Postfix keeps mail for five days, and people look at what they got some days later. */
export const RETIRING_DAYS = 7;

export type KeyRow = typeof domainKeys.$inferSelect;

/** Made before a transaction begins: an RSA key takes a while. */
export type NewKey = { algorithm: Algorithm; pem: string; selector?: string };

export async function makeKeys(algorithms: 'rsa' | 'rsa_ed25519'): Promise<NewKey[]> {
  const wanted: Algorithm[] = algorithms === 'rsa' ? ['rsa'] : ['rsa', 'ed25519'];
  return Promise.all(wanted.map(async (algorithm) => ({ algorithm, pem: await makePrivateKey(algorithm) })));
}

/** Oldest first. */
export async function listKeys(
  domainId: string,
  from: Pick<Transaction, 'select'> = db(),
): Promise<KeyRow[]> {
  return from.select().from(domainKeys).where(eq(domainKeys.domainId, domainId)).orderBy(domainKeys.id);
}

/**
 * Keys sign nothing until their records are seen. Those that waited before are given up: nothing was signed with
 * them. @throws AppError validation_failed for a selector that is taken
 */
export async function insertKeys(tx: Transaction, domainId: string, keys: NewKey[]): Promise<KeyRow[]> {
  const known = await listKeys(domainId, tx);
  const number =
    1 + Math.max(0, ...known.map(({ selector }) => Number(/^relevo(\d+)/.exec(selector)?.[1] ?? 0)));
  const rows = keys.map(({ algorithm, pem, selector }) => {
    const id = newId();
    const own = `relevo${number}${algorithm === 'ed25519' ? 'e' : ''}`;
    return {
      id,
      domainId,
      selector: selector ?? own,
      algorithm,
      record: recordOf(pem),
      sealed: sealPrivateKey(id, pem),
      state: 'waiting' as const,
    };
  });
  const taken = rows.find(({ selector }) => known.some((key) => key.selector === selector));
  if (taken) throw invalid('selector', 'taken');
  for (const { algorithm } of rows)
    await tx.execute(
      raw`delete from domain_keys where domain_id = ${domainId} and state = 'waiting' and algorithm = ${algorithm}`,
    );
  return tx.insert(domainKeys).values(rows).returning();
}

/** Of an algorithm that is not wanted any more: what it signed can be verified for a while. */
export async function retireAlgorithm(
  tx: Transaction,
  domainId: string,
  algorithm: Algorithm,
): Promise<void> {
  await tx.execute(
    raw`delete from domain_keys where domain_id = ${domainId} and state = 'waiting' and algorithm = ${algorithm}`,
  );
  await tx.execute(raw`
    update domain_keys set state = 'retiring', retires_at = now() + ${RETIRING_DAYS} * interval '1 day'
    where domain_id = ${domainId} and state = 'signing' and algorithm = ${algorithm}`);
}

export async function deleteKeys(tx: Transaction, domainId: string): Promise<void> {
  await tx.delete(domainKeys).where(eq(domainKeys.domainId, domainId));
}

/**
 * Records were seen, with the very keys: who waited signs from now on, and who signed before with the same algorithm retires. In one
 * statement, so that there is always one that signs. @returns selectors that sign now and did not before
 */
export async function startSigning(domainId: string, seen: string[]): Promise<string[]> {
  if (seen.length === 0) return [];
  const started = await sql()<{ selector: string }[]>`
    with started as (
      update domain_keys set state = 'signing', signs_since = now()
      where domain_id = ${domainId} and state = 'waiting' and selector = any(${seen})
      returning selector, algorithm
    ), retired as (
      update domain_keys set state = 'retiring', retires_at = now() + ${RETIRING_DAYS} * interval '1 day'
      where domain_id = ${domainId} and state = 'signing' and algorithm in (select algorithm from started)
    )
    select selector from started`;
  if (started.length > 0) forgetSigners();
  return started.map(({ selector }) => selector);
}

/** What nobody verifies any more: the private part goes, and the record may be removed. */
export async function retireKeys(domainId: string): Promise<void> {
  await sql()`
    update domain_keys set state = 'retired', sealed = null
    where domain_id = ${domainId} and state = 'retiring' and retires_at <= now()`;
}
