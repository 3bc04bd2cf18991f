import { and, eq, isNull, sql } from 'drizzle-orm';
import { notificationTypes } from '@/drizzle/schema/notification-types';
import { mutation } from '@/lib/audit/mutation';
import { checkVersion, explainStale } from '@/lib/audit/version';
import { companyFor, keyOf } from '@/lib/companies/resolve';
import { mayChange } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import type { Transaction } from '@/lib/database/db';
import { AppError, fieldError, notFound } from '@/lib/errors';
import { isUuid, newId } from '@/lib/ids';
import { findBuiltIn } from './built-in';
import { checkType } from './check-type';
import { getType } from './list';
import { forgetTypes } from './prepared';
import { readType, type Type } from './read';
import type { TypeInput, TypePatch, TypeView } from './schema';

/** @throws AppError name_taken, forbidden, validation_failed */
export async function createType(ctx: Context, { company, ...input }: TypeInput): Promise<TypeView> {
  const companyId = await companyFor(ctx, company);
  if (findBuiltIn(input.key)) throw taken();
  await checkType(input, companyId);
  const id = newId();
  await withUniqueKey(() =>
    mutation(ctx, 'notification_type.create', async (tx) => {
      const [after] = await tx
        .insert(notificationTypes)
        .values({ ...input, id, companyId })
        .returning();
      return { result: undefined, subjectId: id, ownerId: companyId, after };
    }),
  );
  forgetTypes();
  return getType(ctx, { id });
}

/** For this company, or for all: one that is built in, or of all companies, gets a row of its own there. @throws AppError not_found, changed_meanwhile, forbidden */
export async function updateType(
  ctx: Context,
  { id: ref, company, version, ...patch }: TypePatch & { id: string },
): Promise<TypeView> {
  const asked = await companyFor(ctx, company);
  const known = await readType(ctx, ref, asked);
  const companyId = isUuid(ref) && company === undefined ? known.companyId : asked;
  mayChange(ctx, companyId);
  await checkType({ ...known, ...patch }, companyId);
  const save = () =>
    mutation(ctx, 'notification_type.update', async (tx) => {
      const before = await hold(tx, companyId, known.key);
      if (before || known.companyId === companyId) checkVersion(version, before?.version ?? 0);
      const after = before
        ? await change(tx, before.id, patch)
        : await insert(tx, { ...known, ...patch, companyId });
      return {
        result: after.id,
        subjectId: after.id,
        ownerId: companyId,
        before: before ?? { ...known, companyId },
        after,
      };
    });
  const read = async () => getType(ctx, { id: known.key, ...(await scopeOf(companyId)) });
  const id = await explainStale(() => withUniqueKey(save), { ...patch, version }, read);
  forgetTypes();
  return getType(ctx, { id });
}

/** One that is built in is as it was again; one of one's own is gone. @throws AppError not_found, forbidden */
export async function deleteType(
  ctx: Context,
  { id: ref, company }: { id: string; company?: string | undefined },
): Promise<void> {
  const asked = await companyFor(ctx, company);
  const known = await readType(ctx, ref, asked);
  if (known.id === null || (!isUuid(ref) && known.companyId !== asked))
    throw notFound('notification type', ref);
  mayChange(ctx, known.companyId);
  const { id, companyId } = known as Type & { id: string };
  await mutation(ctx, 'notification_type.delete', async (tx) => {
    const [before] = await tx.delete(notificationTypes).where(eq(notificationTypes.id, id)).returning();
    return { result: undefined, subjectId: id, ownerId: companyId, before };
  });
  forgetTypes();
}

async function hold(tx: Transaction, companyId: string | null, key: string) {
  const { companyId: column } = notificationTypes;
  const isTheirs = companyId === null ? isNull(column) : eq(column, companyId);
  const [row] = await tx
    .select()
    .from(notificationTypes)
    .where(and(eq(notificationTypes.key, key), isTheirs))
    .for('update');
  return row;
}

async function change(tx: Transaction, id: string, patch: Omit<TypePatch, 'company' | 'version'>) {
  const [row] = await tx
    .update(notificationTypes)
    .set({ ...patch, updatedAt: new Date(), version: sql`${notificationTypes.version} + 1` })
    .where(eq(notificationTypes.id, id))
    .returning();
  return row!;
}

async function insert(tx: Transaction, type: Type) {
  const [row] = await tx
    .insert(notificationTypes)
    .values({ ...type, id: newId(), version: 1 })
    .returning();
  return row!;
}

async function scopeOf(companyId: string | null): Promise<{ company?: string }> {
  const company = await keyOf(companyId);
  return company ? { company } : {};
}

async function withUniqueKey<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const cause = ((error as { cause?: unknown }).cause ?? error) as { constraint_name?: string };
    throw cause.constraint_name === 'notification_types_key_key' ? taken() : error;
  }
}

function taken(): AppError {
  return new AppError('name_taken', 'There already is a notification type with this key.', {
    errors: [fieldError('key', 'taken')],
  });
}
