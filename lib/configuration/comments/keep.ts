import { inArray, sql as raw } from 'drizzle-orm';
import { configurationComments } from '@/drizzle/schema/configuration-comments';
import { db } from '@/lib/database/db';
import { isSame } from '@/lib/settings/difference';
import type { Comment } from './yaml-comments';

/** By their places, so that two exports are the same. */
export async function readComments(): Promise<Comment[]> {
  const rows = await db().select().from(configurationComments).orderBy(configurationComments.path);
  return rows.map(({ path, comment }) => ({ path: JSON.parse(path), comment }));
}

/**
 * Those of a document hold for all that it speaks of: what it left there without one has none any more. Of the rest they stay.
 * @returns how many are otherwise now
 */
export async function keepComments(document: unknown, said: Comment[]): Promise<number> {
  const wanted = new Map(said.map(({ path, comment }) => [JSON.stringify(path), comment]));
  const stored = new Map((await readComments()).map(({ path, comment }) => [JSON.stringify(path), comment]));
  const gone = [...stored.keys()].filter((path) => !wanted.has(path) && speaksOf(document, JSON.parse(path)));
  const other = [...wanted].filter(([path, comment]) => !isSame(comment, stored.get(path)));
  if (gone.length > 0)
    await db().delete(configurationComments).where(inArray(configurationComments.path, gone));
  for (const [path, comment] of other)
    await db()
      .insert(configurationComments)
      .values({ path, comment })
      .onConflictDoUpdate({ target: configurationComments.path, set: { comment, updatedAt: raw`now()` } });
  return gone.length + other.length;
}

/** The document itself is spoken of by each. */
function speaksOf(document: unknown, path: string[]): boolean {
  let value = document;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return false;
    value = (value as Record<string, unknown>)[part];
  }
  return value !== undefined;
}
