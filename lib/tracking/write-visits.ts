import { sql } from '@/lib/database/db';
import { eventId } from '@/lib/events/event-id';
import type { VisitType } from '@/lib/events/types';
import { visitOf } from '@/lib/events/visit';
import { applyEvents, type ToldEvent } from '@/lib/messages/apply-events';
import { currentSettings } from '@/lib/settings/current';
import { judgeVisit } from './judge';
import { keptAddress } from './kept-address';
import type { Seen } from './seen';

const TYPES = { open: 'opened', click: 'clicked' } as const satisfies Record<string, VisitType>;

/** Of one message; whoever fetches its picture a million times fills no table. */
const MOST_OF_A_MESSAGE = 300;
/** The same from the same within so long is one. */
const SAME_MS = 10_000;

type Facts = { id: string; addresses: string[]; visits: number; handedOverAt: Date | null };

/** As events of their messages. Nothing comes of those whose message is forgotten. */
export async function writeVisits(visits: Seen[]): Promise<void> {
  const { tracking } = (await currentSettings()).delivery;
  const facts = new Map((await readFacts(visits)).map((row) => [row.id, row]));
  const told = visits.flatMap((visit) => {
    const message = facts.get(visit.link.messageId);
    if (!message || message.visits >= MOST_OF_A_MESSAGE) return [];
    return [toEvent(visit, message, visits, keptAddress(visit.ip, tracking.addresses))];
  });
  await applyEvents(told);
}

function toEvent(visit: Seen, { id, addresses, handedOverAt }: Facts, all: Seen[], ip?: string): ToldEvent {
  const { link, agent, at } = visit;
  const type = TYPES[link.kind];
  const recipient = link.recipient === null ? null : (addresses[link.recipient] ?? null);
  const url = link.kind === 'click' ? link.url : undefined;
  const slot = new Date(at.getTime() - (at.getTime() % SAME_MS));
  return {
    id: eventId([id, type, recipient ?? '', url ?? '', agent, visit.ip ?? ''], slot),
    messageId: id,
    recipient,
    type,
    at,
    detail: visitOf({ link: url, agent, ip, machine: judgeVisit(visit, handedOverAt, all) }),
  };
}

function readFacts(visits: Seen[]): Promise<Facts[]> {
  const ids = [...new Set(visits.map(({ link }) => link.messageId))].toSorted();
  const named = (column: string) =>
    sql()`${sql()(column)} = any(${ids}::uuid[]) and ${sql()(column)} between ${ids[0]!} and ${ids.at(-1)!}`;
  return sql()<Facts[]>`
    with tried as materialized (
      select message_id, max(coalesce(finished_at, started_at)) as at from attempts where ${named('message_id')} group by message_id
    ),
    known as materialized (
      select message_id, count(*)::int as count from events
      where ${named('message_id')} and type in ('opened', 'clicked') group by message_id
    )
    select m.id, (select array_agg(r->>'address' order by n) from jsonb_array_elements(m.recipients) with ordinality as e(r, n)) as addresses,
      coalesce(known.count, 0) as visits, tried.at as "handedOverAt"
    from messages m left join tried on tried.message_id = m.id left join known on known.message_id = m.id
    where ${named('m.id')}`.then((rows) => [...rows]);
}
