import { desc, eq, type SQL } from 'drizzle-orm';
import { messages } from '@/drizzle/schema/messages';
import { providers } from '@/drizzle/schema/providers';
import { cachedCompanies } from '@/lib/companies/cache';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { placesOf } from './places';
import type { MessageFilter } from './schema';
import { SHOWN, viewMessage } from './view';
import type { MessageRow } from './view-schema';

/** Newest first. Places are read one after the other until the page is full: however long the history, a page costs what its own weeks cost. */
export async function listMessages(
  ctx: Context,
  filter: MessageFilter,
): Promise<{ data: MessageRow[]; nextCursor: string | null }> {
  const { limit } = filter;
  const rows: Awaited<ReturnType<typeof readRows>> = [];
  for await (const place of placesOf(ctx, filter)) {
    rows.push(...(await readRows(place, limit + 1 - rows.length)));
    if (rows.length > limit) break;
  }
  const page = rows.slice(0, limit);
  const nextCursor = rows.length > limit ? (page.at(-1)?.message.id ?? null) : null;
  return { data: await viewRows(ctx, page), nextCursor };
}

export function readRows(where: SQL | undefined, limit: number) {
  return db()
    .select({ message: SHOWN, provider: providers.name })
    .from(messages)
    .leftJoin(providers, eq(providers.id, messages.providerId))
    .where(where)
    .orderBy(desc(messages.id))
    .limit(limit);
}

export async function viewRows(
  { locale }: Context,
  rows: Awaited<ReturnType<typeof readRows>>,
): Promise<MessageRow[]> {
  const companies = await cachedCompanies();
  return rows.map(({ message, provider }) =>
    viewMessage(message, provider, { locale, company: companies.get(message.companyId ?? '')?.key }),
  );
}
