import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { providerTests } from '@/drizzle/schema/provider-tests';
import { providerKeys, providers } from '@/drizzle/schema/providers';
import { cachedCompanies } from '@/lib/companies/cache';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import type { ProviderHealth } from './health/health-schema';
import { healthByProvider } from './health/health-view';
import type { ProviderView } from './schema';
import { readableRow } from './stored-fields';
import { viewProvider } from './view';

/** One's own and the shared providers in the order in which they are tried. There are tens of them, never thousands: no paging. */
export async function listProviders(ctx: Context): Promise<{ data: ProviderView[] }> {
  return { data: await selectProviders(ctx) };
}

/** Of a provider made between the two reads. */
const UNKNOWN_HEALTH: ProviderHealth = {
  state: 'healthy',
  problem: null,
  successRate: null,
  breaker: 'closed',
  openUntil: null,
  consecutiveFailures: 0,
  weightPercent: 100,
  check: null,
  pace: {
    perSecond: null,
    configuredPerSecond: null,
    pausedUntil: null,
    connections: null,
    since: null,
    reply: null,
  },
};

export async function selectProviders(ctx: Context, where?: SQL, first: SQL[] = []): Promise<ProviderView[]> {
  const fallback = alias(providers, 'fallback');
  const lastTest = db()
    .select({
      ok: providerTests.ok,
      cause: providerTests.cause,
      createdAt: providerTests.createdAt,
    })
    .from(providerTests)
    .where(eq(providerTests.providerId, providers.id))
    .orderBy(desc(providerTests.id))
    .limit(1)
    .as('last_test');
  const query = db()
    .select({
      provider: providers,
      secrets: providerKeys.secrets,
      fallback: fallback.name,
      lastTest: {
        ok: lastTest.ok,
        cause: lastTest.cause,
        createdAt: lastTest.createdAt,
      },
    })
    .from(providers)
    .leftJoin(providerKeys, and(eq(providerKeys.providerId, providers.id), eq(providerKeys.active, true)))
    .leftJoin(fallback, eq(fallback.id, providers.fallbackId))
    .leftJoinLateral(lastTest, sql`true`)
    .where(and(where, scoped(ctx, providers.companyId, 'shared')))
    .orderBy(...first, desc(providers.priority), sql`lower(${providers.name})`);
  const [rows, health, companies] = await Promise.all([query, healthByProvider(), cachedCompanies()]);
  return rows.map((row) =>
    viewProvider(ctx, {
      ...row,
      // Of a time zone that is none it is seen which one it was: whoever mends it selects another.
      provider: { ...readableRow(row.provider), timeZone: row.provider.timeZone },
      health: health.get(row.provider.id) ?? UNKNOWN_HEALTH,
      company: companies.get(row.provider.companyId ?? '')?.key,
      secrets: row.secrets ?? undefined,
      lastTest: row.lastTest?.createdAt ? row.lastTest : null,
    }),
  );
}
