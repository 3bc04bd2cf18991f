import { desc } from 'drizzle-orm';
import { type ProviderRow, providerPrices } from '@/drizzle/schema/providers';
import { db, type Transaction } from '@/lib/database/db';

type Priced = Pick<ProviderRow, 'costMicros' | 'monthlyFeeMicros'>;

/** Notes what a provider costs from now on, where that is something else than before: what was before stays as it was. */
export async function notePrice(tx: Transaction, row: ProviderRow, before?: Priced): Promise<void> {
  const { id: providerId, costMicros, monthlyFeeMicros } = row;
  if (before?.costMicros === costMicros && before.monthlyFeeMicros === monthlyFeeMicros) return;
  const price = { costMicros, monthlyFeeMicros };
  await tx
    .insert(providerPrices)
    .values({ providerId, validFrom: new Date(), ...price })
    // Twice within a millisecond: the later one.
    .onConflictDoUpdate({ target: [providerPrices.providerId, providerPrices.validFrom], set: price });
}

/** It costs nothing any more, though what it cost before stays known; what was paused was not paid for since then. */
export async function noteEnd(tx: Transaction, row: ProviderRow): Promise<void> {
  const validFrom = row.active ? new Date() : row.updatedAt;
  const none = { costMicros: 0, monthlyFeeMicros: 0 };
  await tx
    .insert(providerPrices)
    .values({ providerId: row.id, validFrom, ...none })
    .onConflictDoUpdate({ target: [providerPrices.providerId, providerPrices.validFrom], set: none });
}

export type Price = typeof providerPrices.$inferSelect;

/** Of all providers, also of those that are gone; the newest first. A handful for each. */
export function listPrices(): Promise<Price[]> {
  return db().select().from(providerPrices).orderBy(desc(providerPrices.validFrom));
}

/** What it cost then; before its first price that one, since nobody noted another. Null: it has none. */
export function priceAt(prices: Price[], providerId: string, at: Date): Price | null {
  const own = prices.filter((price) => price.providerId === providerId);
  return own.find(({ validFrom }) => validFrom <= at) ?? own.at(-1) ?? null;
}
