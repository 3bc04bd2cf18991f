import type { MessageDetail } from '@/lib/messages/view-schema';

/** Who could not take it, in order, and who took over last; null: whoever was asked first has it. Of what was before a person sent it again nothing is said. */
export function failoverOf({
  events,
  provider,
}: Pick<MessageDetail, 'events' | 'provider'>): { from: string[]; to: string } | null {
  const since = events.findLastIndex(({ type }) => type === 'resent');
  const handed = events.slice(since + 1).filter(({ type }) => type === 'failover');
  const from = handed.map(({ detail }) => detail?.from).filter((name) => typeof name === 'string');
  const to = handed.at(-1)?.detail?.to;
  if (typeof to !== 'string' || to !== provider) return null;
  const others = [...new Set(from)].filter((name) => name !== to);
  return others.length > 0 ? { from: others, to } : null;
}
