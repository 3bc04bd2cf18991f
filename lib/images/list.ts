import { and, desc, lt } from 'drizzle-orm';
import { images } from '@/drizzle/schema/images';
import { companyFilter } from '@/lib/companies/resolve';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import type { ImageFilter, ImageView } from './schema';
import { IMAGE_FACTS, viewImage } from './view';

/** Newest first; a company sees its own and the shared ones. */
export async function listImages(
  ctx: Context,
  { company, limit, cursor }: ImageFilter,
): Promise<{ data: ImageView[]; nextCursor: string | null }> {
  const companyId = await companyFilter(ctx, company);
  const rows = await db()
    .select(IMAGE_FACTS)
    .from(images)
    .where(and(scoped({ companyId }, images.companyId, 'shared'), cursor ? lt(images.id, cursor) : undefined))
    .orderBy(desc(images.id))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  return {
    data: await Promise.all(page.map(viewImage)),
    nextCursor: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}
