import type { NotificationState } from '@/drizzle/notification-states';
import type { Status } from '@/lib/messages/status';

/** One channel of a notification, with where its message stands. */
export type StepNow = {
  position: number;
  channel: string;
  state: 'planned' | 'handed_over' | 'skipped' | 'failed' | 'canceled';
  waitMinutes: number;
  messageId: string | null;
  handedAt: string | null;
  status: Status | null;
};

export type Decision = {
  /** Channels whose turn it is. */
  next: number[];
  /** The message that another channel takes over from. */
  giveUp?: string;
  /** Nothing is left to do. */
  end?: NotificationState;
};

const MINUTE_MS = 60_000;
const AT_REST: readonly Status[] = [
  'sent',
  'delivered',
  'captured',
  'bounced',
  'failed',
  'suppressed',
  'canceled',
];
const LOST: readonly Status[] = ['bounced', 'failed', 'suppressed', 'canceled'];

/** What is to be done now; all that is known is brought. */
export function decide({
  mode,
  steps,
  now,
}: {
  mode: 'all' | 'until_delivered';
  steps: StepNow[];
  now: Date;
}): Decision {
  return mode === 'all' ? decideAll(steps) : decideInTurn(steps, now);
}

function decideAll(steps: StepNow[]): Decision {
  const planned = steps.filter(({ state }) => state === 'planned');
  if (planned.length > 0) return { next: planned.map(({ position }) => position) };
  return endOf(steps);
}

function decideInTurn(steps: StepNow[], now: Date): Decision {
  if (steps.some(({ status }) => status === 'delivered')) return { next: [], end: 'delivered' };
  const current = steps.findLast(({ state }) => state === 'handed_over');
  const following = steps.find(({ state }) => state === 'planned');
  if (!current) return following ? { next: [following.position] } : endOf(steps);
  // A message that is gone told nobody anything.
  const lost = current.status === null || LOST.includes(current.status);
  if (lost) return following ? { next: [following.position] } : endOf(steps);
  if (age(current, now) < current.waitMinutes * MINUTE_MS) return { next: [] };
  // Mail tells no more than that it was taken and did not come back; a sandbox tells nothing more at all.
  const isProof = current.status === 'captured' || (current.channel === 'email' && current.status === 'sent');
  if (isProof) return { next: [], end: outcome(steps) };
  if (!following) return endOf(steps);
  return {
    next: [following.position],
    ...(current.status !== 'sent' && current.messageId && { giveUp: current.messageId }),
  };
}

/** What may still be sent is under way, however long that takes. */
function endOf(steps: StepNow[]): Decision {
  const isOver = ({ state, status }: StepNow) =>
    state !== 'handed_over' || status === null || AT_REST.includes(status);
  return steps.every(isOver) ? { next: [], end: outcome(steps) } : { next: [] };
}

function age({ handedAt }: StepNow, now: Date): number {
  return handedAt === null ? 0 : now.getTime() - new Date(handedAt).getTime();
}

/** The best that any channel came to. */
function outcome(steps: StepNow[]): NotificationState {
  const has = (...states: Status[]) => steps.some(({ status }) => status !== null && states.includes(status));
  if (has('delivered')) return 'delivered';
  if (has('sent')) return 'sent';
  if (has('captured')) return 'captured';
  if (
    steps.length > 0 &&
    steps.every(({ status, state }) => status === 'canceled' || state === 'skipped' || state === 'canceled')
  )
    return 'canceled';
  return 'failed';
}
