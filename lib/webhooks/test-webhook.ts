import { webhookDeliveries } from '@/drizzle/schema/webhooks';
import { mutation } from '@/lib/audit/mutation';
import type { Context } from '@/lib/context';
import { newId } from '@/lib/ids';
import { noteTry } from './deliver';
import { TEST_EVENT } from './event-types';
import { post, unsigned } from './post';
import { holdWebhook } from './rows';
import type { WebhookTestResult } from './schema';
import { openAll, secretsOf } from './secrets';

const LIMIT_MS = 40_000;

/** Sends it an event that says it is a test, at once and once only; it stands among the deliveries. @throws AppError not_found */
export async function testWebhook(ctx: Context, { id }: { id: string }): Promise<WebhookTestResult> {
  const { url, delivery } = await mutation(ctx, 'webhook.test', async (tx) => {
    const { url, companyId } = await holdWebhook(tx, ctx, id);
    const data = { webhookId: id, by: ctx.actor.label };
    const payload = JSON.stringify({ type: TEST_EVENT, timestamp: new Date().toISOString(), data });
    const delivery = { id: newId(), webhookId: id, companyId, type: TEST_EVENT, payload };
    await tx.insert(webhookDeliveries).values(delivery);
    return { result: { url, delivery }, subjectId: id, ownerId: companyId };
  });
  const secrets = openAll(await secretsOf(id));
  const posted = secrets
    ? await post({ ...delivery, url, secrets }, AbortSignal.timeout(LIMIT_MS))
    : unsigned();
  await noteTry(delivery.id, posted, { state: posted.ok ? 'delivered' : 'failed', pauseMs: null });
  const { ok, status, cause, ms } = posted;
  return { ok, status, cause, ms };
}
