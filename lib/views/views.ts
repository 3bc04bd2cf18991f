import { and, asc, eq, sql } from 'drizzle-orm';
import { messageColumns, messageViews } from '@/drizzle/schema/views';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { AppError, invalid, notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { COLUMNS, type ColumnName } from './names';
import type { MessageView, ViewInput, ViewPatch } from './schema';

/** More than fit into any menu. */
const MOST = 50;
const UNIQUE_VIOLATION = '23505';

/** The views a person has saved, by name, and the columns chosen for the list. Nobody else sees them. */
export async function listViews(
  userId: string,
): Promise<{ views: MessageView[]; columns: ColumnName[] | null }> {
  const [views, [chosen]] = await Promise.all([
    db().select().from(messageViews).where(eq(messageViews.userId, userId)).orderBy(asc(messageViews.name)),
    db().select().from(messageColumns).where(eq(messageColumns.userId, userId)),
  ]);
  return { views: views.map(toView), columns: known(chosen?.columns ?? null) };
}

/** How somebody looks at a list changes nothing in the system: these leave no line in the audit log. @throws AppError validation_failed */
export async function saveView(ctx: Context, { name, filters, columns }: ViewInput): Promise<MessageView> {
  const userId = personOf(ctx);
  const [row] = await db()
    .select({ count: sql<number>`count(*)::int` })
    .from(messageViews)
    .where(eq(messageViews.userId, userId));
  if (row!.count >= MOST) throw invalid('name', 'too_many_views', { max: MOST });
  const [made] = await unlessTaken(() =>
    db().insert(messageViews).values({ id: newId(), userId, name, filters, columns }).returning(),
  );
  return toView(made!);
}

/** @throws AppError not_found, validation_failed */
export async function updateView(ctx: Context, { id, ...patch }: ViewPatch): Promise<MessageView> {
  const [row] = await unlessTaken(() =>
    db()
      .update(messageViews)
      .set({ ...patch, id })
      .where(and(eq(messageViews.id, id), eq(messageViews.userId, personOf(ctx))))
      .returning(),
  );
  if (!row) throw notFound('view', id);
  return toView(row);
}

export async function deleteView(ctx: Context, { id }: { id: string }): Promise<void> {
  const rows = await db()
    .delete(messageViews)
    .where(and(eq(messageViews.id, id), eq(messageViews.userId, personOf(ctx))))
    .returning({ id: messageViews.id });
  if (rows.length === 0) throw notFound('view', id);
}

export async function chooseColumns(
  ctx: Context,
  { columns }: { columns: ColumnName[] | null },
): Promise<void> {
  const userId = personOf(ctx);
  if (columns === null) await db().delete(messageColumns).where(eq(messageColumns.userId, userId));
  else
    await db()
      .insert(messageColumns)
      .values({ userId, columns })
      .onConflictDoUpdate({ target: messageColumns.userId, set: { columns } });
}

async function unlessTaken<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const { code, cause } = error as { code?: string; cause?: { code?: string } };
    if (code === UNIQUE_VIOLATION || cause?.code === UNIQUE_VIOLATION) throw invalid('name', 'taken');
    throw error;
  }
}

function toView({ id, name, filters, columns }: typeof messageViews.$inferSelect): MessageView {
  return { id, name, filters, columns: known(columns) };
}

/** A column that a newer version no longer has is not shown. */
function known(columns: string[] | null): ColumnName[] | null {
  return columns && COLUMNS.filter((name) => columns.includes(name));
}

function personOf({ actor }: Context): string {
  if (actor.type !== 'user') throw new AppError('forbidden', 'Only a person has views.');
  return actor.id;
}
