import { and, desc, eq, lt, type SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { drills } from '@/drizzle/schema/drills';
import { providers } from '@/drizzle/schema/providers';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import type { DrillsFilter, DrillView } from './schema';
import { type DrillRecord, viewDrill } from './view';

/** Newest first. */
export async function listDrills(
  ctx: Context,
  { limit, cursor }: z.output<typeof DrillsFilter>,
): Promise<{ data: DrillView[]; nextCursor: string | null }> {
  const rows = await selectDrills(ctx, cursor ? lt(drills.id, cursor) : undefined, limit + 1);
  const page = rows.slice(0, limit);
  return {
    data: page.map(viewDrill),
    nextCursor: rows.length > limit ? (page.at(-1)?.drill.id ?? null) : null,
  };
}

/** @throws AppError not_found */
export async function getDrillRecord(ctx: Context, id: string): Promise<DrillRecord> {
  const [record] = isUuid(id) ? await selectDrills(ctx, eq(drills.id, id), 1) : [];
  if (!record) throw notFound('drill', id);
  return record;
}

function selectDrills(ctx: Context, where: SQL | undefined, limit: number): Promise<DrillRecord[]> {
  return db()
    .select({
      drill: drills,
      provider: {
        id: providers.id,
        name: providers.name,
        kind: providers.kind,
        companyId: providers.companyId,
      },
    })
    .from(drills)
    .innerJoin(providers, eq(providers.id, drills.providerId))
    .where(and(where, scoped(ctx, providers.companyId, 'shared')))
    .orderBy(desc(drills.id))
    .limit(limit);
}
