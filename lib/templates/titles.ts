import { inArray } from 'drizzle-orm';
import { templates } from '@/drizzle/schema/templates';
import { db } from '@/lib/database/db';

/** What people call them, by id; those that are gone are missing. */
export async function titlesOf(ids: string[]): Promise<Map<string, string>> {
  const { id, title } = templates;
  const rows = ids.length > 0 ? await db().select({ id, title }).from(templates).where(inArray(id, ids)) : [];
  return new Map(rows.map((row) => [row.id, row.title]));
}
