import { desc } from 'drizzle-orm';
import { webhooks } from '@/drizzle/schema/webhooks';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { readWebhook, viewWebhooks, webhooksOf } from './rows';
import type { WebhookView } from './schema';

/** All of them, the newest first: there are a hundred at most. */
export async function listWebhooks(ctx: Context): Promise<{ data: WebhookView[] }> {
  const rows = await db().select().from(webhooks).where(webhooksOf(ctx)).orderBy(desc(webhooks.id));
  return { data: await viewWebhooks(rows) };
}

/** @throws AppError not_found */
export async function getWebhook(ctx: Context, { id }: { id: string }): Promise<WebhookView> {
  const [view] = await viewWebhooks([await readWebhook(ctx, id)]);
  return view!;
}
