import { eq, sql as raw } from 'drizzle-orm';
import { domains } from '@/drizzle/schema/domains';
import { mutation } from '@/lib/audit/mutation';
import { jobContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { insertKeys, makeKeys } from '@/lib/dkim/keys';
import { log } from '@/lib/log';
import type { DomainRow } from './row';

type Due = Pick<DomainRow, 'id' | 'name' | 'algorithms'>;

/**
 * New keys where the time of those that sign is over, if somebody chose that. They wait for their records, which a person enters; then they
 * sign, and those from before retire (`startSigning`). Nothing is made where some wait already: a domain nobody looks after keeps its old key.
 */
export async function rotateDueKeys(): Promise<void> {
  const due = await sql()<Due[]>`select d.id, d.name, d.algorithms from domains d where ${isDue()} limit 20`;
  for (const domain of due)
    await rotate(domain).catch((error: unknown) => {
      if (!(error instanceof DoneAlready))
        log.error('new keys of a domain could not be made', { domain: domain.name, error });
    });
}

/** Ends the transaction without a trace. */
class DoneAlready extends Error {}

function isDue() {
  return sql()`
    d.rotate_every_days is not null
      and not exists (select from domain_keys k where k.domain_id = d.id and k.state = 'waiting')
      and (select max(k.signs_since) from domain_keys k where k.domain_id = d.id and k.state = 'signing')
        <= now() - d.rotate_every_days * interval '1 day'`;
}

/** Looked at again under the lock: another worker may have been quicker. */
async function rotate({ id, name, algorithms }: Due): Promise<void> {
  const keys = await makeKeys(algorithms);
  await mutation(jobContext('check-domains'), 'domain.rotate_keys', async (tx) => {
    const [locked] = await tx
      .select({ companyId: domains.companyId })
      .from(domains)
      .where(eq(domains.id, id))
      .for('update');
    const [waits] = await tx.execute(
      raw`select from domain_keys where domain_id = ${id} and state = 'waiting' limit 1`,
    );
    if (!locked || waits) throw new DoneAlready();
    const made = await insertKeys(tx, id, keys);
    await tx
      .update(domains)
      .set({ nextCheckAt: raw`now()`, checksDone: 0, version: raw`${domains.version} + 1` })
      .where(eq(domains.id, id));
    const selectors = made.map(({ selector }) => selector);
    return { result: undefined, subjectId: id, ownerId: locked.companyId, after: { name, selectors } };
  });
}
