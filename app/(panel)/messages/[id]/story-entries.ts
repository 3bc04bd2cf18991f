import type { AttemptView, EventView, MessageDetail } from '@/lib/messages/view-schema';

export type StoryEntry =
  | { kind: 'event'; id: string; at: string; event: EventView }
  | {
      kind: 'attempt';
      id: string;
      at: string;
      attempt: AttemptView;
      /** Tries that followed at the same provider and ended alike: they are told with it. */
      repeats: AttemptView[];
    };

/**
 * Events and attempts as one story, oldest first. What an attempt tells of a recipient, or of whom it took over from, is left out unless
 * every record is wanted; what its provider told afterwards is not in it.
 */
export function storyEntries(
  message: Pick<MessageDetail, 'events' | 'attempts'>,
  everything: boolean,
): StoryEntry[] {
  const told = new Set(
    message.attempts.flatMap((attempt) => attempt.outcomes.map((outcome) => outcome.address)),
  );
  const isTold = ({ type, at, recipient, detail }: EventView) =>
    type === 'failover'
      ? message.attempts.some(({ startedAt }) => startedAt >= at)
      : recipient !== null && told.has(recipient) && detail?.told !== true;
  const events = message.events
    .filter((event) => everything || !isTold(event))
    .map((event): StoryEntry => ({ kind: 'event', id: event.id, at: event.at, event }));
  const attempts = message.attempts.map(
    (attempt): StoryEntry => ({
      kind: 'attempt',
      id: attempt.id,
      at: attempt.startedAt,
      attempt,
      repeats: [],
    }),
  );
  // At the same instant an attempt comes before the events it caused, and being queued before the attempt.
  const rank = (entry: StoryEntry) =>
    entry.kind === 'attempt'
      ? 1
      : ['queued', 'scheduled', 'resent', 'released'].includes(entry.event.type)
        ? 0
        : 2;
  const sorted = [...events, ...attempts].sort((a, b) => a.at.localeCompare(b.at) || rank(a) - rank(b));
  return everything ? sorted : foldRepeats(sorted);
}

function foldRepeats(entries: StoryEntry[]): StoryEntry[] {
  const folded: StoryEntry[] = [];
  for (const entry of entries) {
    const last = folded.at(-1);
    if (entry.kind === 'attempt' && last?.kind === 'attempt' && isAlike(last.attempt, entry.attempt))
      last.repeats.push(entry.attempt);
    else folded.push(entry);
  }
  return folded;
}

function isAlike(a: AttemptView, b: AttemptView): boolean {
  return a.provider === b.provider && JSON.stringify(a.outcomes) === JSON.stringify(b.outcomes);
}

const FOLD_ABOVE = 9;
const FIRST = 2;
const LAST = 5;

/** A message that was put off ten times tells the same thing ten times: the middle waits until it is asked for. */
export function foldStory<Entry>(entries: Entry[]) {
  if (entries.length <= FOLD_ABOVE) return { first: entries, middle: [], last: [] };
  return {
    first: entries.slice(0, FIRST),
    middle: entries.slice(FIRST, -LAST),
    last: entries.slice(-LAST),
  };
}
