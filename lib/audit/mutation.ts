import { sql as drizzleSql } from 'drizzle-orm';
import { auditLog } from '@/drizzle/schema/audit';
import { announce } from '@/lib/announcements/announce';
import { TOPICS, type Topic, topicOf } from '@/lib/announcements/topics';
import { Semaphore } from '@/lib/async/semaphore';
import type { Context } from '@/lib/context';
import { poolSettings, type Transaction, transactionDb } from '@/lib/database/db';
import { currentTransaction, onceCommitted } from '@/lib/database/within';
import { newId } from '@/lib/ids';
import { redact } from '@/lib/text/redact';
import { tellChange } from './after-change';

const TIMEOUT_MS = 15_000;

/** What a change leaves in the audit log. `before` and `after` are stored with secrets removed. */
export type Change<T> = {
  result: T;
  subjectId: string | null;
  /** Who it was, where that is known only afterwards: nobody is signed in who comes by a link. */
  actor?: Pick<Context['actor'], 'type' | 'id' | 'label'>;
  /** The company whose the subject is: its readers see the row, also where a command or somebody of all companies acts. */
  ownerId?: string | null;
  before?: unknown;
  after?: unknown;
};

/** postgres.js pipelines a BEGIN onto a busy connection at its boundary (facts T4): never more transactions than connections. */
let slots: Semaphore | undefined;

/**
 * The only way to write for a person or a token: one transaction with its audit row. Await nothing but SQL in `work`.
 * Of verbs that share a transaction (`lib/database/within.ts`) each has its row in that one. The transaction id is compared at the end, because after a lost connection postgres.js may go on outside the transaction.
 */
export async function mutation<T>(
  ctx: Context,
  action: string,
  work: (tx: Transaction) => Promise<Change<T>>,
): Promise<T> {
  const shared = currentTransaction();
  const result = shared ? await inTransaction(shared, ctx, action, work) : await alone(ctx, action, work);
  const topic = topicOf(action);
  if (topic) onceCommitted(TELL[topic]);
  // Of verbs that share a transaction it is told by whoever commits it.
  if (!shared) await tellChange(action);
  return result;
}

/** One function for each, so that a topic that many verbs of one transaction touch is told once. */
const TELL = Object.fromEntries(TOPICS.map((topic) => [topic, () => announce(topic)])) as Record<
  Topic,
  () => void
>;

function alone<T>(ctx: Context, action: string, work: (tx: Transaction) => Promise<Change<T>>): Promise<T> {
  slots ??= new Semaphore(poolSettings().writeConnections);
  return slots.run(() =>
    transactionDb().transaction(async (tx) => {
      await tx.execute(drizzleSql.raw(`set local statement_timeout = ${TIMEOUT_MS}`));
      const began = await transactionId(tx);
      const result = await inTransaction(tx as unknown as Transaction, ctx, action, work);
      if ((await transactionId(tx)) !== began)
        throw new Error('the transaction was lost with its connection');
      return result;
    }),
  );
}

async function inTransaction<T>(
  tx: Transaction,
  ctx: Context,
  action: string,
  work: (tx: Transaction) => Promise<Change<T>>,
): Promise<T> {
  const change = await work(tx);
  const actor = change.actor ?? ctx.actor;
  await tx.insert(auditLog).values({
    id: newId(),
    companyId: ctx.companyId ?? change.ownerId ?? null,
    actorType: actor.type,
    actorId: actor.id,
    actorLabel: actor.label,
    action,
    subjectId: change.subjectId,
    before: redact(change.before) ?? null,
    after: redact(change.after) ?? null,
    requestId: ctx.requestId,
    ip: ctx.ip,
  });
  return change.result;
}

async function transactionId(tx: {
  execute: (query: ReturnType<typeof drizzleSql>) => PromiseLike<unknown>;
}) {
  const rows = (await tx.execute(drizzleSql`select pg_current_xact_id()::text as id`)) as { id: string }[];
  return rows[0]?.id;
}
