import { eq } from 'drizzle-orm';
import { domainHealth, type StoredHealthItem } from '@/drizzle/schema/domain-health';
import { domains } from '@/drizzle/schema/domains';
import { announce } from '@/lib/announcements/announce';
import { mayChange } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db, sql } from '@/lib/database/db';
import { storable } from '@/lib/database/storable';
import { newDnsResolver } from '@/lib/dns/resolver';
import { log } from '@/lib/log';
import { findRow } from '../find';
import type { DomainRow } from '../row';
import { sendersOf } from '../senders';
import { type Examined, examineHealth } from './examine';
import { getHealth } from './get-health';
import type { DomainHealth, HealthState } from './schema';

const WITHIN_MS = 25_000;
/** Whoever presses twice shares one look. */
const FRESH_MS = 30_000;
const BEGIN_MS = 30_000;
const MOST_CHANGES = 20;
const WORST: HealthState[] = ['error', 'warning', 'unknown', 'note', 'good'];

/** Looks now, or tells what was found a moment ago. @throws AppError not_found, forbidden */
export async function checkHealth(ctx: Context, { id: ref }: { id: string }): Promise<DomainHealth> {
  const row = await findRow(ctx, ref);
  mayChange(ctx, row.companyId);
  const [known] = await db().select().from(domainHealth).where(eq(domainHealth.domainId, row.id));
  if (!known?.checkedAt || Date.now() - known.checkedAt.getTime() > FRESH_MS) await lookAtHealth(row);
  return getHealth(ctx, row.id);
}

/** Once a day for each domain, each by one worker alone. */
export async function checkDueHealth(): Promise<void> {
  const until = performance.now() + BEGIN_MS;
  while (performance.now() < until) {
    const [due] = await sql()<{ id: string }[]>`
      insert into domain_health (domain_id, state, next_check_at)
      select d.id, 'unknown', now() + interval '10 minutes' from domains d left join domain_health h on h.domain_id = d.id
      where h.domain_id is null or h.next_check_at <= now() order by h.next_check_at nulls first limit 1
      on conflict (domain_id) do update set next_check_at = excluded.next_check_at where domain_health.next_check_at <= now()
      returning domain_id as id`;
    if (!due) return;
    const [row] = await db().select().from(domains).where(eq(domains.id, due.id));
    if (row)
      await lookAtHealth(row).catch((error: unknown) =>
        log.error('a domain could not be looked at', { domain: row.name, error }),
      );
  }
}

async function lookAtHealth(row: DomainRow): Promise<void> {
  const resolver = newDnsResolver({ withinMs: WITHIN_MS });
  const examined = await examineHealth(row, await sendersOf(row.senders), resolver);
  const [known] = await db().select().from(domainHealth).where(eq(domainHealth.domainId, row.id));
  const items = storable(examined.map((one) => toStored(one, known?.items ?? [])));
  const state = worstOf(items.map((item) => item.state));
  // At another minute each day, so that all domains are not asked for at once.
  const values = {
    items,
    state,
    checkedAt: new Date(),
    nextCheckAt: new Date(Date.now() + 86_400_000 + Math.random() * 3_600_000),
  };
  await db()
    .insert(domainHealth)
    .values({ domainId: row.id, ...values })
    .onConflictDoUpdate({ target: domainHealth.domainId, set: values });
  announce('domains');
}

function toStored(one: Examined, before: StoredHealthItem[]): StoredHealthItem {
  const key = `${one.area} ${one.subject}`;
  const known = before.find((item) => item.key === key);
  const state = worstOf(one.findings.map(({ severity }) => severity as HealthState));
  const at = new Date().toISOString();
  const isChanged = known?.state !== state;
  return {
    ...one,
    key,
    state,
    changedAt: isChanged ? at : known.changedAt,
    history: isChanged ? [{ at, state }, ...(known?.history ?? [])].slice(0, MOST_CHANGES) : known.history,
  };
}

function worstOf(states: HealthState[]): HealthState {
  return WORST.find((state) => states.includes(state)) ?? 'good';
}
