import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { webhookDeliveries, webhooks } from '@/drizzle/schema/webhooks';
import { keyOf } from '@/lib/companies/resolve';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db, type Transaction } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import type { WebhookEvent } from './event-types';
import type { WebhookState, WebhookView } from './schema';
import { type SecretRow, secretsOf } from './secrets';

export type WebhookRow = typeof webhooks.$inferSelect;

/** Those of a company are its own; what is for all is for those who see all. */
export function webhooksOf(ctx: Context): SQL | undefined {
  return scoped(ctx, webhooks.companyId);
}

/** @throws AppError not_found */
export async function readWebhook(ctx: Context, id: string): Promise<WebhookRow> {
  const [row] = isUuid(id)
    ? await db()
        .select()
        .from(webhooks)
        .where(and(eq(webhooks.id, id), webhooksOf(ctx)))
    : [];
  if (!row) throw notFound('webhook', id);
  return row;
}

/** The row, held until the transaction ends. @throws AppError not_found */
export async function holdWebhook(tx: Transaction, ctx: Context, id: string): Promise<WebhookRow> {
  const isSeen = and(eq(webhooks.id, id), webhooksOf(ctx));
  const [row] = isUuid(id) ? await tx.select().from(webhooks).where(isSeen).for('update') : [];
  if (!row) throw notFound('webhook', id);
  return row;
}

/** With the secrets that sign now, and how much waits. */
export async function viewWebhooks(rows: WebhookRow[]): Promise<WebhookView[]> {
  const counts = await countWaiting(rows.map(({ id }) => id));
  return Promise.all(
    rows.map(async (row) => viewWebhook(row, await secretsOf(row.id), counts.get(row.id) ?? 0)),
  );
}

async function countWaiting(ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const { webhookId, nextAt } = webhookDeliveries;
  const rows = await db()
    .select({ id: webhookId, count: sql<number>`count(*)::int` })
    .from(webhookDeliveries)
    .where(and(inArray(webhookId, ids), sql`${nextAt} is not null`))
    .groupBy(webhookId);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

async function viewWebhook(row: WebhookRow, secrets: SecretRow[], waiting: number): Promise<WebhookView> {
  const company = await keyOf(row.companyId);
  return {
    id: row.id,
    name: row.name,
    url: row.url,
    events: row.eventTypes as WebhookEvent[] | null,
    active: row.active,
    state: stateOf(row),
    stoppedBecause: row.active ? null : row.stoppedBecause,
    failingSince: row.failingSince?.toISOString() ?? null,
    pausedUntil: row.pausedUntil && row.pausedUntil > new Date() ? row.pausedUntil.toISOString() : null,
    lastAt: row.lastAt?.toISOString() ?? null,
    lastOk: row.lastOk,
    waiting,
    secrets: secrets.map(({ last4, createdAt, validUntil }) => ({
      last4,
      createdAt: createdAt.toISOString(),
      validUntil: validUntil?.toISOString() ?? null,
    })),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    ...(company && { company }),
  };
}

function stateOf({ active, stoppedBecause, failingSince }: WebhookRow): WebhookState {
  if (!active) return stoppedBecause ? 'stopped' : 'off';
  return failingSince ? 'failing' : 'on';
}
