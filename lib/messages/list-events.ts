import { and, desc, eq, gte, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm';
import { events } from '@/drizzle/schema/events';
import { providers } from '@/drizzle/schema/providers';
import { companyFilter } from '@/lib/companies/resolve';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { idFloor } from '@/lib/ids';
import type { EventFilter, EventRow } from './event-schema';
import { findFew } from './find-by-words';
import { findProviders, isOneOf } from './matches-filter';
import { viewEvent } from './view';
import { toWordsQuery } from './words';

/** So many events one request looks at, more and more at a time: what is rarer among them comes on later pages. */
const STEPS = [200, 2_000, 2_000, 2_000];
/** Of a recipient with more messages events are met soon enough among all. */
const FEW_MESSAGES = 1_000;

/** `whole`: of a recipient's messages also what happened to all of a message, such as that it waits; not where there are thousands of them. */
type Wanted = EventFilter & { whole?: true };

/**
 * What happened to messages, as it was written, newest first. Reads a bounded number of events by an index: of what is rare a page may have
 * fewer than `limit`, or none, and as long as there is a `nextCursor` there may be more.
 */
export async function listEvents(
  ctx: Context,
  filter: Wanted,
): Promise<{ data: EventRow[]; nextCursor: string | null }> {
  const { since, until, cursor, limit } = filter;
  const { by, besides } = await findWay(ctx, filter);
  const wanted = and(
    by,
    since ? gte(events.id, idFloor(new Date(since))) : undefined,
    until ? lt(events.id, idFloor(new Date(until))) : undefined,
  );
  const rows: Awaited<ReturnType<typeof read>> = [];
  let end: string | null = cursor ?? null;
  for (const step of STEPS) {
    const range: SQL | undefined = and(wanted, end ? lt(events.id, end) : undefined);
    const stop = besides && (await stepEnd(range, step));
    rows.push(
      ...(await read(and(range, stop ? gte(events.id, stop) : undefined, besides), limit + 1 - rows.length)),
    );
    end = stop ?? null;
    if (!end || rows.length > limit) break;
  }
  const page = rows.slice(0, limit);
  return {
    data: page.map(({ event, provider }) => ({
      messageId: event.messageId,
      ...viewEvent(event, provider, ctx.companyId !== null),
    })),
    nextCursor: rows.length > limit ? page.at(-1)!.event.id : end,
  };
}

type Way = {
  /** What an index serves; absent: all of them, by their ids. */
  by?: SQL;
  /** What is asked besides of the events that it finds. */
  besides?: SQL;
};

/** Those that the index of types leaves out: they are found among all. */
const ORDINARY = ['queued', 'sent', 'delivered'];

async function findWay(ctx: Context, filter: Wanted): Promise<Way> {
  const { message, recipient, type, provider } = filter;
  const isOurs = scoped({ companyId: await companyFilter(ctx, filter.company) }, events.companyId);
  const isBy = provider ? isOneOf(events.providerId, await findProviders(ctx, provider)) : undefined;
  const isFor = recipient ? eq(sql`lower(${events.recipient})`, recipient.toLowerCase()) : undefined;
  // Spelt out, so that the planner sees that the index of rarer types serves.
  const isType = type && sql`${events.type} = ${sql.raw(`'${type}'`)}`;
  const ids = message
    ? [message]
    : recipient
      ? await findFew(toWordsQuery({ to: recipient })!, FEW_MESSAGES)
      : null;
  // Of so few messages all events are read.
  if (ids) {
    const isAbout = filter.whole ? or(isNull(events.recipient), isFor) : isFor;
    return { by: and(isOfMessage(ids), isOurs, isBy, isAbout, isType) };
  }
  if (type && !ORDINARY.includes(type)) return { by: isType, besides: and(isOurs, isBy, isFor) };
  return { by: isOurs, besides: and(isBy, isFor, isType) };
}

/** The range leaves the partitions of their weeks. */
function isOfMessage(ids: string[]): SQL | undefined {
  const sorted = ids.toSorted();
  if (sorted.length === 0) return sql`false`;
  const { messageId } = events;
  return and(inArray(messageId, sorted), gte(messageId, sorted[0]!), lte(messageId, sorted.at(-1)!));
}

/** The last event that this step looks at; null: it goes to the end. */
async function stepEnd(range: SQL | undefined, step: number): Promise<string | null> {
  const [row] = await db()
    .select({ id: events.id })
    .from(events)
    .where(range)
    .orderBy(desc(events.id))
    .offset(step - 1)
    .limit(1);
  return row?.id ?? null;
}

function read(where: SQL | undefined, limit: number) {
  return db()
    .select({ event: events, provider: providers.name })
    .from(events)
    .leftJoin(providers, eq(providers.id, events.providerId))
    .where(where)
    .orderBy(desc(events.id))
    .limit(limit);
}
