import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { translator } from '@/lib/i18n/translate';
import { acceptMessage } from '@/lib/intake/accept';
import { cancelMessage } from '@/lib/messages/cancel';
import { getMessage } from '@/lib/messages/get';
import { MessageInput } from '@/lib/messages/schema';
import type { MessageDetail } from '@/lib/messages/view-schema';
import { waitForOutcome } from '@/lib/messages/wait';
import { keepingKinds } from '@/lib/providers/keeps';
import { listProviders } from '@/lib/providers/list';
import type { ProviderView } from '@/lib/providers/schema';
import { currentSettings } from '@/lib/settings/current';
import { countLivingWorkers } from '@/lib/workers/living';
import { QUEUE_TEST_TAG } from './queue-test-tag';
import type { QueueTestView } from './schema';

type Step = QueueTestView['steps'][number];
type Found = { steps: Step[]; cause?: Cause; messageId?: string };
type Cause = 'no_sandbox' | 'no_worker' | 'paused' | 'not_claimed' | 'not_captured';

const LIMIT_MS = 10_000;
const PRIORITY = 'normal';

/**
 * The way of a message through the queue, with one that is for a sandbox only and counts nowhere as sent: stored with its job, picked up
 * by a worker, kept. Within 10 s; what nobody picked up by then is withdrawn, so that it does not go round later.
 */
export async function testQueue(
  ctx: Context,
  { limitMs = LIMIT_MS }: { limitMs?: number } = {},
): Promise<QueueTestView> {
  const sandbox = (await listProviders(ctx)).data.find(isUsable);
  const found = sandbox ? await run(ctx, sandbox, limitMs) : { steps: [], cause: 'no_sandbox' as const };
  const { steps, cause, messageId = null } = found;
  const ms = steps.reduce((sum, step) => sum + step.ms, 0);
  const t = translator(ctx.locale);
  return {
    ok: !cause,
    steps,
    cause,
    summary: t(`tests.queue.${cause ?? 'ok'}`, { name: sandbox?.name ?? '', ms }),
    at: new Date().toISOString(),
    messageId,
  };
}

/** One that plays a service in trouble would say nothing of the queue. */
function isUsable({ kind, active, settings, health }: ProviderView): boolean {
  const { behaviour } = settings;
  const well = behaviour === undefined || behaviour === 'address';
  return active && well && !health.problem && keepingKinds().includes(kind);
}

async function run(ctx: Context, sandbox: ProviderView, limitMs: number): Promise<Found> {
  const [workers, { delivery }] = await Promise.all([countLivingWorkers(), currentSettings()]);
  // Asked first: a message that nobody will take would only wait.
  if (workers === 0) return { steps: [], cause: 'no_worker' };
  if (delivery.queue.pausedPriorities.includes(PRIORITY)) return { steps: [], cause: 'paused' };
  const { id, ms } = await enqueue(ctx, sandbox);
  const enqueued = { name: 'enqueue', ok: true, ms, detail: id };
  await waitForOutcome(ctx, id, limitMs / 1000);
  const message = await getMessage(ctx, id);
  if (message.status !== 'captured') await withdraw(ctx, id);
  return { ...follow(message, enqueued, limitMs), messageId: id };
}

async function enqueue(ctx: Context, sandbox: ProviderView): Promise<{ id: string; ms: number }> {
  const t = translator(ctx.locale);
  const message = MessageInput.parse({
    to: 'queue@sandbox.test',
    ...(!sandbox.fromEmail && { from: 'queue@sandbox.test' }),
    subject: t('tests.queue.subject'),
    text: t('tests.queue.text'),
    priority: PRIORITY,
    providers: [sandbox.id],
    tags: [QUEUE_TEST_TAG],
    ...(sandbox.company && { company: sandbox.company }),
  });
  const start = performance.now();
  const { id } = await acceptMessage({ ...ctx, test: true }, message);
  return { id, ms: Math.round(performance.now() - start) };
}

/** By what its record says: when its attempt began is when a worker had it. */
function follow(message: MessageDetail, enqueued: Step, limitMs: number): Omit<Found, 'messageId'> {
  const attempt = message.attempts.at(-1);
  if (!attempt)
    return {
      steps: [enqueued, { name: 'claim', ok: false, ms: limitMs, detail: message.summary }],
      cause: 'not_claimed',
    };
  const waited = Date.parse(attempt.startedAt) - Date.parse(message.acceptedAt);
  const claimed = { name: 'claim', ok: true, ms: Math.max(0, waited), detail: `attempt ${attempt.id}` };
  const ok = message.status === 'captured';
  const captured = { name: 'capture', ok, ms: attempt.durationMs ?? 0, detail: message.summary };
  return { steps: [enqueued, claimed, captured], cause: ok ? undefined : 'not_captured' };
}

/** It may have come to rest, or be in a worker's hands, since it was looked at. */
async function withdraw(ctx: Context, id: string): Promise<void> {
  try {
    await cancelMessage(ctx, { id });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}
