import { remember } from '@/lib/async/memory';
import { sql } from '@/lib/database/db';
import { holder as pools } from '@/lib/database/pools';
import { errorMessage } from '@/lib/errors';
import { log } from '@/lib/log';
import type { Topic } from './topics';

const CHANNEL = 'relevo_changes';
/** Every NOTIFY makes commits wait for each other: a process tells of whatever changed meanwhile in one, apart from the changes themselves. */
const EVERY_MS = 500;

type State = { topics: Set<Topic>; timer?: NodeJS.Timeout };

/** Next bundles its routes apart from the server around it; they tell together. */
const holder = globalThis as typeof globalThis & { relevoAnnouncements?: State };

remember(() => {
  clearTimeout(holder.relevoAnnouncements?.timer);
  holder.relevoAnnouncements = undefined;
});

function state(): State {
  holder.relevoAnnouncements ??= { topics: new Set() };
  return holder.relevoAnnouncements;
}

/** Something of that kind changed, or is about to within a moment. Costs nothing where it is called; every open page hears of it within half a second. */
export function announce(topic: Topic): void {
  const own = state();
  own.topics.add(topic);
  own.timer ??= setTimeout(() => void flushAnnouncements(), EVERY_MS).unref();
}

/** Before a process ends. What cannot be told is no loss: pages look for themselves now and then. */
export async function flushAnnouncements(): Promise<void> {
  const own = state();
  clearTimeout(own.timer);
  own.timer = undefined;
  const said = [...own.topics].join(',');
  own.topics.clear();
  // Nothing is connected any more, and nothing should be for this.
  if (said === '' || !pools.relevoPools) return;
  await sql()`select pg_notify(${CHANNEL}, ${said})`.catch((error: unknown) =>
    log.warn('changes were not announced', { error: errorMessage(error) }),
  );
}

/** `onGap`: nobody knows what was said before, as PostgreSQL was away. Shares the one connection that this process listens on. */
export async function followAnnouncements(
  onChange: (topics: Topic[]) => void,
  onGap: () => void,
): Promise<void> {
  await sql().listen(CHANNEL, (said) => onChange(said.split(',') as Topic[]), onGap);
}
