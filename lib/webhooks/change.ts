import { eq, sql } from 'drizzle-orm';
import { webhookSecrets, webhooks } from '@/drizzle/schema/webhooks';
import { mutation } from '@/lib/audit/mutation';
import { checkVersion, explainStale } from '@/lib/audit/version';
import type { Context } from '@/lib/context';
import { checkUrl } from '@/lib/outbound/check-url';
import { getWebhook } from './list';
import { holdWebhook, viewWebhooks, type WebhookRow } from './rows';
import type { WebhookPatch, WebhookView } from './schema';
import { replaceSecret } from './secrets';

/**
 * Switched on again, it is told what happens from then on, and what waited. @throws AppError not_found, changed_meanwhile;
 * validation_failed for a place that requests may not go to
 */
export async function updateWebhook(
  ctx: Context,
  { id, version, ...patch }: WebhookPatch & { id: string },
): Promise<WebhookView> {
  if (patch.url) await checkUrl('url', patch.url);
  const save = () =>
    mutation(ctx, 'webhook.update', async (tx) => {
      const before = await holdWebhook(tx, ctx, id);
      checkVersion(version, before.version);
      const [after] = await tx
        .update(webhooks)
        .set(changes(before, patch))
        .where(eq(webhooks.id, id))
        .returning();
      const told = { before: inAudit(before), after: inAudit(after!) };
      return { result: after!, subjectId: id, ownerId: before.companyId, ...told };
    });
  const row = await explainStale(save, { ...patch, version }, () => getWebhook(ctx, { id }));
  const [view] = await viewWebhooks([row]);
  return view!;
}

function changes(before: WebhookRow, { name, url, events, active }: Omit<WebhookPatch, 'version'>) {
  const isBack = active === true && !before.active;
  return {
    ...(name !== undefined && { name }),
    ...(url !== undefined && { url }),
    ...(events !== undefined && { eventTypes: events }),
    ...(active !== undefined && { active, stoppedBecause: null, stoppedAt: null }),
    ...(isBack && { sinceXid: sql`pg_current_xact_id()` }),
    // At another place, or after somebody has had a look, it begins anew.
    ...((isBack || (url !== undefined && url !== before.url)) && { failingSince: null, pausedUntil: null }),
    version: sql`${webhooks.version} + 1`,
    updatedAt: new Date(),
  };
}

function inAudit({ name, url, active, eventTypes, stoppedBecause }: WebhookRow) {
  return { name, url, active, events: eventTypes, stoppedBecause };
}

/** What waits for it is not sent any more. @throws AppError not_found */
export async function deleteWebhook(ctx: Context, { id }: { id: string }): Promise<void> {
  await mutation(ctx, 'webhook.delete', async (tx) => {
    const before = await holdWebhook(tx, ctx, id);
    await tx.delete(webhookSecrets).where(eq(webhookSecrets.webhookId, id));
    await tx.delete(webhooks).where(eq(webhooks.id, id));
    return { result: undefined, subjectId: id, ownerId: before.companyId, before: inAudit(before) };
  });
}

/** A new secret; the one from before signs on beside it for a while. @throws AppError not_found */
export async function rotateWebhookSecret(
  ctx: Context,
  { id, graceHours }: { id: string; graceHours: number },
): Promise<{ secret: string; previousValidUntil: string }> {
  const secret = await mutation(ctx, 'webhook.rotate', async (tx) => {
    const { companyId } = await holdWebhook(tx, ctx, id);
    const secret = await replaceSecret(tx, id, graceHours);
    return { result: secret, subjectId: id, ownerId: companyId, after: { graceHours } };
  });
  return { secret, previousValidUntil: new Date(Date.now() + graceHours * 3_600_000).toISOString() };
}
