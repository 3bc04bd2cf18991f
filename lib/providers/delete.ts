import { eq, sql } from 'drizzle-orm';
import { messages } from '@/drizzle/schema/messages';
import { providers } from '@/drizzle/schema/providers';
import { mutation } from '@/lib/audit/mutation';
import { forgetWindows } from '@/lib/capacity/usage-windows';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { refusal } from '@/lib/refusals';
import { forgetProviders } from './cache';
import { dropDraftsOf } from './drafts';
import { announceChange } from './follow';
import { noteEnd } from './prices';
import { lockProvider } from './write';

/** @throws AppError not_found; provider_in_use while messages wait that may only go through it */
export async function deleteProvider(ctx: Context, { id }: { id: string }): Promise<void> {
  await mutation(ctx, 'provider.delete', async (tx) => {
    const before = await lockProvider(tx, ctx, id);
    const [waiting] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(messages)
      .where(
        sql`${messages.dueAt} is not null and (
          ${before.id} = any(${messages.providerIds}) and not exists (
            select from ${providers} other where other.id = any(${messages.providerIds}) and other.id <> ${before.id})
          -- It may have the message already, so nobody else is given it.
          or ${messages.providerId} = ${before.id} and ${messages.recipients} @> '[{"status":"unknown"}]')`,
      );
    if (waiting?.count)
      throw new AppError(
        'provider_in_use',
        `${waiting.count} waiting messages may only be sent by ${before.name}. Cancel them or wait until they are sent.`,
        refusal('provider_in_use', { count: waiting.count, name: before.name }),
      );
    await tx.update(providers).set({ fallbackId: null }).where(eq(providers.fallbackId, before.id));
    await dropDraftsOf(tx, before.id);
    await noteEnd(tx, before);
    await tx.delete(providers).where(eq(providers.id, before.id));
    await forgetWindows(tx, before.id);
    await announceChange(tx);
    return { result: undefined, subjectId: before.id, ownerId: before.companyId, before };
  });
  forgetProviders();
}
