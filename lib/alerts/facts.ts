import { aiBudgetsInUse } from '@/lib/ai/providers/budgets';
import { scopedSql } from '@/lib/companies/scoped';
import { type Context, jobContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { currentRoom, type Room, type Shortage, shortage } from '@/lib/disk/room';
import { type BrokenDomain, listBroken } from '@/lib/domains/broken';
import { deliveryFigures } from '@/lib/metrics/figures';
import { listCertificates } from '@/lib/providers/health/certificates';
import { getStatistics } from '@/lib/statistics/get';
import type { Statistics } from '@/lib/statistics/schema';
import { sourcesInNeed } from '@/lib/subject-sources/in-need';
import { tokensInNeed } from '@/lib/tokens/in-need';
import { webhooksInNeed } from '@/lib/webhooks/in-need';
import { shortageElsewhere } from '@/lib/workers/list-processes';
import { countLivingWorkers } from '@/lib/workers/living';

export type Counted = { sent: number; failed: number; bounced: number; complained: number };
export type Named = { id: string; name: string; count: number };

/** What rules are measured by, each read once for all of them. Nothing of it counts messages. */
export class Facts {
  private readonly known = new Map<string, Promise<unknown>>();

  constructor(readonly now: Date) {}

  statistics(companyId: string | null): Promise<Statistics> {
    return this.once(`statistics ${companyId}`, () => getStatistics(contextOf(companyId)));
  }

  counted(companyId: string | null, windowMinutes: number): Promise<Counted> {
    return this.once(`counted ${companyId} ${windowMinutes}`, () =>
      readCounted(contextOf(companyId), this.now, windowMinutes),
    );
  }

  flapping(companyId: string | null, windowMinutes: number): Promise<Named[]> {
    return this.once(`flapping ${companyId} ${windowMinutes}`, () =>
      readFlapping(contextOf(companyId), this.now, windowMinutes),
    );
  }

  silent(companyId: string | null, windowMinutes: number, minSample: number): Promise<Named[]> {
    return this.once(`silent ${companyId} ${windowMinutes} ${minSample}`, () =>
      readSilent(contextOf(companyId), this.now, windowMinutes, minSample),
    );
  }

  tokens(companyId: string | null) {
    return this.once(`tokens ${companyId}`, () => tokensInNeed(contextOf(companyId), this.now));
  }

  webhooks(companyId: string | null) {
    return this.once(`webhooks ${companyId}`, () => webhooksInNeed(contextOf(companyId)));
  }

  failingSources(companyId: string | null, failures: number) {
    return this.once(`sources ${companyId} ${failures}`, () => sourcesInNeed(contextOf(companyId), failures));
  }

  brokenDomains(): Promise<BrokenDomain[]> {
    return this.once('domains', listBroken);
  }

  disk(): Promise<Room | null> {
    return this.once('disk', currentRoom);
  }

  shortage(): Promise<Shortage | null> {
    return this.once('shortage', async () => (await shortage()) ?? (await shortageElsewhere()));
  }

  certificates(companyId: string | null) {
    return this.once(`certificates ${companyId}`, () => listCertificates(contextOf(companyId)));
  }

  aiBudgets(companyId: string | null) {
    return this.once(`ai ${companyId}`, () => aiBudgetsInUse(companyId));
  }

  workers(): Promise<number> {
    return this.once('workers', countLivingWorkers);
  }

  private once<T>(key: string, read: () => Promise<T>): Promise<T> {
    const known = this.known.get(key) ?? read();
    this.known.set(key, known);
    return known as Promise<T>;
  }
}

function contextOf(companyId: string | null): Context {
  return { ...jobContext('watch'), companyId };
}

async function readCounted(ctx: Context, now: Date, windowMinutes: number): Promise<Counted> {
  const from = new Date(now.getTime() - windowMinutes * 60_000);
  const [row] = await sql()<[Counted]>`
    select coalesce(sum(messages_sent), 0)::float8 as sent, coalesce(sum(messages_failed), 0)::float8 as failed,
      (select coalesce(sum(bounced), 0)::float8 from response_counts where quarter >= ${from} and ${scopedSql(ctx)}) as bounced,
      (select coalesce(sum(complained), 0)::float8 from response_counts where quarter >= ${from} and ${scopedSql(ctx)}) as complained
    from ${deliveryFigures({ from, hoursFrom: from })} figures where ${scopedSql(ctx)}`;
  return row;
}

function readFlapping(ctx: Context, now: Date, windowMinutes: number): Promise<Named[]> {
  return sql()<Named[]>`
    select p.id, p.name, count(*)::int as count
    from provider_changes c join providers p on p.id = c.provider_id
    where c.at > ${now}::timestamptz - make_interval(mins => ${windowMinutes}) and c.type = 'breaker_opened' and p.active
      and ${scopedSql(ctx, 'p.company_id', 'shared')}
    group by p.id, p.name`;
}

/** Whoever told something once, and nothing in the window, in which it took enough to have something to tell. */
async function readSilent(
  ctx: Context,
  now: Date,
  windowMinutes: number,
  minSample: number,
): Promise<Named[]> {
  const from = new Date(now.getTime() - windowMinutes * 60_000);
  return sql()<Named[]>`
    select p.id, p.name, s.sent::float8 as count
    from providers p
    cross join lateral (
      select received_at from inbound_events where provider_id = p.id order by id desc limit 1
    ) last
    cross join lateral (
      select sum(attempts_sent) as sent from ${deliveryFigures({ from, hoursFrom: from })} figures where provider_id = p.id
    ) s
    where p.active and last.received_at < ${from} and s.sent >= ${minSample} and ${scopedSql(ctx, 'p.company_id', 'shared')}`;
}
