import { count } from 'drizzle-orm';
import { webhooks } from '@/drizzle/schema/webhooks';
import { mutation } from '@/lib/audit/mutation';
import { companyFor } from '@/lib/companies/resolve';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { checkUrl } from '@/lib/outbound/check-url';
import { refusal } from '@/lib/refusals';
import { viewWebhooks } from './rows';
import type { WebhookInput, WebhookView } from './schema';
import { replaceSecret } from './secrets';

/** Each may have some connections of its own. */
export const MOST_WEBHOOKS = 100;

/**
 * The secret is in this answer and nowhere else. It is told what happens from now on.
 * @throws AppError validation_failed for a place that requests may not go to; forbidden; conflict where there are too many
 */
export async function createWebhook(
  ctx: Context,
  input: WebhookInput,
): Promise<WebhookView & { secret: string }> {
  const companyId = await companyFor(ctx, input.company);
  await checkUrl('url', input.url);
  const { name, url, active } = input;
  const { row, secret } = await mutation(ctx, 'webhook.create', async (tx) => {
    const [total] = await tx.select({ count: count() }).from(webhooks);
    if (total!.count >= MOST_WEBHOOKS)
      throw new AppError(
        'conflict',
        `There are ${MOST_WEBHOOKS} webhooks already.`,
        refusal('too_many_webhooks', { max: MOST_WEBHOOKS }),
      );
    const values = { id: newId(), companyId, name, url, active, eventTypes: input.events ?? null };
    const [row] = await tx.insert(webhooks).values(values).returning();
    const secret = await replaceSecret(tx, row!.id, 0);
    const after = { name, url, active, events: values.eventTypes };
    return { result: { row: row!, secret }, subjectId: row!.id, ownerId: companyId, after };
  });
  const [view] = await viewWebhooks([row]);
  return { ...view!, secret };
}
