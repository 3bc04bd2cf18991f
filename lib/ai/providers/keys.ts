import { and, eq } from 'drizzle-orm';
import { aiKeys, aiProviders } from '@/drizzle/schema/ai';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { db, type Transaction } from '@/lib/database/db';
import { AppError, notFound } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { refusal } from '@/lib/refusals';
import { findAiRow, lockAiProvider } from './find';
import type { AiKeyInput, AiKeyView } from './schema';
import { sealKey } from './sealed-keys';
import { type AiKeyRow, shownEnd } from './view';

const MOST_KEYS = 10;

type Ref = { id: string; keyId: string };

/** The active one first. @throws AppError not_found */
export async function listAiKeys(ctx: Context, ref: string): Promise<{ data: AiKeyView[] }> {
  const { id } = await findAiRow(ctx, ref);
  const rows = await db().select().from(aiKeys).where(eq(aiKeys.providerId, id)).orderBy(aiKeys.id);
  const sorted = rows.toSorted((a, b) => Number(b.active) - Number(a.active));
  return { data: sorted.map((row) => viewKey(ctx, row)) };
}

/** The first one is used at once. @throws AppError not_found, forbidden */
export function addAiKey(
  ctx: Context,
  { id: ref, label, apiKey, active }: AiKeyInput & { id: string },
): Promise<AiKeyView> {
  return mutation(ctx, 'ai_key.add', async (tx) => {
    const provider = await lockAiProvider(tx, ctx, ref);
    const before = await tx.select().from(aiKeys).where(eq(aiKeys.providerId, provider.id));
    if (before.length >= MOST_KEYS)
      throw new AppError(
        'conflict',
        `${provider.name} has ${MOST_KEYS} keys. Remove one first.`,
        refusal('too_many_keys', { name: provider.name, max: MOST_KEYS }),
      );
    const isActive = active || before.length === 0;
    if (isActive) await rest(tx, provider.id);
    const id = newId();
    const [row] = await tx
      .insert(aiKeys)
      .values({ id, providerId: provider.id, label, active: isActive, ...sealKey(id, apiKey) })
      .returning();
    return {
      result: viewKey(ctx, row!),
      subjectId: provider.id,
      ownerId: provider.companyId,
      after: { keyId: id, label, active: isActive },
    };
  });
}

/** What failed with the one before is tried anew. @throws AppError not_found, forbidden */
export function activateAiKey(ctx: Context, { id: ref, keyId }: Ref): Promise<AiKeyView> {
  return mutation(ctx, 'ai_key.activate', async (tx) => {
    const provider = await lockAiProvider(tx, ctx, ref);
    await findKey(tx, provider.id, keyId);
    await rest(tx, provider.id);
    const [row] = await tx.update(aiKeys).set({ active: true }).where(eq(aiKeys.id, keyId)).returning();
    return {
      result: viewKey(ctx, row!),
      subjectId: provider.id,
      ownerId: provider.companyId,
      after: { keyId, label: row!.label },
    };
  });
}

/** @throws AppError not_found, forbidden; conflict for the one in use while there are others */
export function removeAiKey(ctx: Context, { id: ref, keyId }: Ref): Promise<void> {
  return mutation(ctx, 'ai_key.remove', async (tx) => {
    const provider = await lockAiProvider(tx, ctx, ref);
    const key = await findKey(tx, provider.id, keyId);
    const all = await tx.select().from(aiKeys).where(eq(aiKeys.providerId, provider.id));
    if (key.active && all.length > 1)
      throw new AppError(
        'conflict',
        `${provider.name} uses the key ${key.label}. Activate another one first.`,
        refusal('key_in_use', { name: provider.name, label: key.label }),
      );
    await tx.delete(aiKeys).where(eq(aiKeys.id, keyId));
    return {
      result: undefined,
      subjectId: provider.id,
      ownerId: provider.companyId,
      before: { keyId, label: key.label },
    };
  });
}

/** None is in use for the moment; what the provider was stopped for was another one's. */
async function rest(tx: Transaction, providerId: string): Promise<void> {
  await tx.update(aiKeys).set({ active: false }).where(eq(aiKeys.providerId, providerId));
  await tx
    .update(aiProviders)
    .set({ failures: 0, openUntil: null, fault: null, reply: null, failedAt: null })
    .where(eq(aiProviders.id, providerId));
}

async function findKey(tx: Transaction, providerId: string, keyId: string): Promise<AiKeyRow> {
  const [key] = await tx
    .select()
    .from(aiKeys)
    .where(and(eq(aiKeys.providerId, providerId), eq(aiKeys.id, keyId)));
  if (!key) throw notFound('key', keyId);
  return key;
}

function viewKey(ctx: Context, row: AiKeyRow): AiKeyView {
  const { id, label, active, createdAt } = row;
  return { id, label, active, last4: shownEnd(ctx, row), createdAt: createdAt.toISOString() };
}
