import { eq } from 'drizzle-orm';
import { domainHealth, type StoredHealthItem } from '@/drizzle/schema/domain-health';
import { domains } from '@/drizzle/schema/domains';
import { Semaphore } from '@/lib/async/semaphore';
import { scoped } from '@/lib/companies/scoped';
import { boundTo, type Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { isOwnServer } from '@/lib/providers/email/smtp/own-server';
import type { SmtpSettings } from '@/lib/providers/email/smtp/settings';
import type { LoadedProvider } from '@/lib/providers/load';
import { checkHealth } from '../health/check-health';
import { viewItem } from '../health/get-health';
import { providersFor } from '../senders';
import type { OwnServersView, OwnServerView, ServerAddress } from './schema';

type Looked = {
  id: string;
  name: string;
  companyId: string | null;
  providerIds: string[];
  items: StoredHealthItem[];
  checkedAt: Date | null;
};

/** Strangers' servers are asked. */
const AT_ONCE = 3;
const MOST_CHECKED = 20;
const MOST_DOMAINS = 1000;

/** Servers of one's own, and the addresses that they send from. */
export async function listServers(ctx: Context): Promise<OwnServersView> {
  const [servers, looked] = await Promise.all([ownServers(ctx), lookedAt(ctx)]);
  const latest = looked.reduce<Date | null>(
    (newest, { checkedAt }) => (checkedAt && (!newest || checkedAt > newest) ? checkedAt : newest),
    null,
  );
  return {
    servers: servers.map((server) => viewServer(server, looked)),
    addresses: addressesOf(servers, looked),
    checkedAt: latest?.toISOString() ?? null,
  };
}

/** Looks now, by each domain that sends through one of them and is theirs to look at. */
export async function checkServers(ctx: Context): Promise<OwnServersView> {
  const [servers, looked] = await Promise.all([ownServers(ctx), lookedAt(ctx)]);
  const bound = boundTo(ctx);
  const mine = looked.filter(
    (domain) => sendsBy(domain, servers).length > 0 && (!bound || bound.includes(domain.companyId ?? '')),
  );
  const lanes = new Semaphore(AT_ONCE);
  await Promise.all(mine.slice(0, MOST_CHECKED).map(({ id }) => lanes.run(() => checkHealth(ctx, { id }))));
  return listServers(ctx);
}

async function ownServers(ctx: Context): Promise<LoadedProvider[]> {
  return (await providersFor(ctx.companyId)).filter(
    ({ row, config }) => row.kind === 'smtp' && isOwnServer(config.settings),
  );
}

async function lookedAt(ctx: Context): Promise<Looked[]> {
  const rows = await db()
    .select({
      id: domains.id,
      name: domains.shownName,
      companyId: domains.companyId,
      senders: domains.senders,
      items: domainHealth.items,
      checkedAt: domainHealth.checkedAt,
    })
    .from(domains)
    .leftJoin(domainHealth, eq(domainHealth.domainId, domains.id))
    .where(scoped(ctx, domains.companyId, 'shared'))
    .orderBy(domains.name, domains.id)
    .limit(MOST_DOMAINS);
  return rows.map(({ senders, items, ...row }) => ({
    ...row,
    providerIds: senders.providerIds,
    items: items ?? [],
  }));
}

function sendsBy({ providerIds }: Looked, servers: LoadedProvider[]): LoadedProvider[] {
  return servers.filter(({ row }) => providerIds.includes(row.id));
}

function viewServer({ row, config }: LoadedProvider, looked: Looked[]): OwnServerView {
  const { host, port, bounceAddress } = config.settings as SmtpSettings;
  const own = looked.filter(({ providerIds }) => providerIds.includes(row.id));
  const look = newest(own, 'certificate', `${host}:${port}`);
  return {
    provider: { id: row.id, name: row.name, active: row.active },
    host,
    port,
    look: look && viewItem(look),
    bounceAddress: bounceAddress ?? null,
    domains: own.map(({ id, name }) => ({ id, name })),
  };
}

function addressesOf(servers: LoadedProvider[], looked: Looked[]): ServerAddress[] {
  const found = new Map<string, ServerAddress>();
  for (const domain of looked) {
    const [server, ...others] = sendsBy(domain, servers);
    if (!server) continue;
    const { host, ehloName } = server.config.settings as SmtpSettings;
    for (const { area, subject } of domain.items)
      if (area === 'name' && !found.has(subject))
        found.set(subject, {
          address: subject,
          host: others.length === 0 ? (ehloName ?? host) : null,
          name: viewItem(newest(looked, 'name', subject)!),
          lists: viewOrNull(newest(looked, 'blocklist', subject)),
        });
  }
  return [...found.values()];
}

function viewOrNull(item: StoredHealthItem | null) {
  return item && viewItem(item);
}

/** Several domains may have looked at the same thing, at different times. */
function newest(looked: Looked[], area: StoredHealthItem['area'], subject: string): StoredHealthItem | null {
  const seen = looked.flatMap(({ items, checkedAt }) =>
    items
      .filter((item) => item.area === area && item.subject === subject)
      .map((item) => ({ item, at: checkedAt?.getTime() ?? 0 })),
  );
  return seen.toSorted((a, b) => b.at - a.at)[0]?.item ?? null;
}
