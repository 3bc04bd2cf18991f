import { paths } from '@/lib/paths';
import type { Filters } from './use-period';

/** What a number on the page counts, in the words of the list of messages. */
export const COUNTED = [
  'sent',
  'failed',
  'delivered',
  'bounced',
  'opened',
  'clicked',
  'complained',
  'machineOpened',
] as const;
export type Counted = (typeof COUNTED)[number];

type Range = { from: string; to: string };
type More = Partial<Filters> & { company?: string | null };

/**
 * To exactly the messages that a number counted: what was sent or failed, by when it came to rest; what became of messages, by when they
 * were accepted.
 */
export function behind(what: Counted, { from, to }: Range, more: More = {}): string {
  const filters = Object.fromEntries(Object.entries(more).filter(([, value]) => value)) as Record<
    string,
    string
  >;
  if (what === 'sent' || what === 'failed')
    return paths.messages({
      status: what === 'sent' ? 'handed_over' : 'not_sent',
      ...filters,
      finishedSince: from,
      finishedUntil: to,
    });
  return paths.messages({ event: what, ...filters, since: from, until: to });
}
