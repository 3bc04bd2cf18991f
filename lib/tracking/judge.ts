import { type Machine, machineOf } from '@/lib/events/machines';
import type { Seen } from './seen';

/** Sooner after the sending nobody has read anything: what comes then stands between us and the mailbox. */
const AT_ONCE_MS = 2_000;
/** So many links of a message within so long, or both of two, no person follows. */
const BURST_MS = 5_000;
const BURST_LINKS = 3;
const BOTH_MS = 1_000;

/** Who it was, where it was no person. `handedOverAt`: when the last provider had the message; null: nobody has. */
export function judgeVisit(visit: Seen, handedOverAt: Date | null, together: Seen[]): Machine | null {
  const { method, prefetch, agent, at } = visit;
  const byName = machineOf(agent);
  if (byName) return byName;
  if (prefetch) return 'prefetch';
  if (method === 'HEAD') return 'scanner';
  if (handedOverAt === null || at.getTime() - handedOverAt.getTime() < AT_ONCE_MS) return 'at_once';
  return isInBurst(visit, together) ? 'every_link' : null;
}

function isInBurst({ link, at }: Seen, together: Seen[]): boolean {
  if (link.kind !== 'click') return false;
  const places = (withinMs: number) =>
    new Set(
      together.flatMap((other) =>
        other.link.kind === 'click' &&
        other.link.messageId === link.messageId &&
        Math.abs(other.at.getTime() - at.getTime()) <= withinMs
          ? [other.link.place]
          : [],
      ),
    ).size;
  return link.of === 2 ? places(BOTH_MS) === 2 : places(BURST_MS) >= BURST_LINKS;
}
