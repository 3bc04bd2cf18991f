import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { providerKeys, providers, providerTests } from '@/drizzle/schema/providers';
import type { Context } from '@/lib/context';
import { db } from '@/lib/db';
import type { ProviderView } from './schema';
import { viewProvider } from './view';

/** All providers in the order in which they are tried. There are tens of them, never thousands: no paging. */
export async function listProviders(_ctx: Context): Promise<{ data: ProviderView[] }> {
  return { data: await selectProviders() };
}

export async function selectProviders(where?: SQL): Promise<ProviderView[]> {
  const fallback = alias(providers, 'fallback');
  const lastTest = db()
    .selectDistinctOn([providerTests.providerId], {
      providerId: providerTests.providerId,
      ok: providerTests.ok,
      cause: providerTests.cause,
      createdAt: providerTests.createdAt,
    })
    .from(providerTests)
    .orderBy(providerTests.providerId, desc(providerTests.id))
    .as('last_test');
  const rows = await db()
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
    .leftJoin(lastTest, eq(lastTest.providerId, providers.id))
    .where(where)
    .orderBy(desc(providers.priority), sql`lower(${providers.name})`);
  return rows.map((row) =>
    viewProvider({
      ...row,
      secrets: row.secrets ?? undefined,
      lastTest: row.lastTest?.createdAt ? row.lastTest : null,
    }),
  );
}
