import { inArray } from 'drizzle-orm';
import { messages } from '@/drizzle/schema/messages';
import { settingsFor } from '@/lib/companies/settings-for';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { parseInput } from '@/lib/http/parse-input';
import { receivedFrom } from '@/lib/inbound/received/list';
import { EventFilter } from '@/lib/messages/event-schema';
import { listEvents } from '@/lib/messages/list-events';
import { nameOf, readFacts, type StoryFacts } from './facts';
import { arrived, chooseHeadline, stillOpen } from './headline';
import { RecipientRef, type StoryEvent, type StoryQuery, type StoryView } from './schema';
import { tellHeadline } from './tell';

/**
 * Everything that happened to one person, over all messages that whoever asks may see, with what matters on top. Never not found: of who is
 * unknown it says so. @throws AppError validation_failed
 */
export async function getStory(ctx: Context, input: { address: string } & StoryQuery): Promise<StoryView> {
  const { address } = parseInput(RecipientRef, { address: input.address });
  const [facts, page, wrote, { timeZone }] = await Promise.all([
    readFacts(ctx, address),
    readTimeline(ctx, address, input),
    receivedFrom(ctx, address),
    settingsFor(ctx.companyId),
  ]);
  const headline = chooseHeadline(facts);
  const { now, more, suppressions } = facts;
  return {
    address,
    name: nameOf(facts),
    ...tellHeadline(ctx.locale, { address, headline, more, now, timeZone }),
    headline,
    messages: countMessages(facts),
    suppressions,
    wrote,
    ...page,
  };
}

function countMessages({ messages: known, more }: StoryFacts): StoryView['messages'] {
  const [waiting, served] = [known.filter(stillOpen).length, known.filter(arrived).length];
  const neither = known.filter(
    ({ status, recipient }) => status === 'canceled' || recipient.status === 'captured',
  ).length;
  return {
    count: known.length,
    more,
    waiting,
    arrived: served,
    missed: Math.max(0, known.length - waiting - served - neither),
    firstAt: known.at(-1)?.acceptedAt.toISOString() ?? null,
    lastAt: known[0]?.acceptedAt.toISOString() ?? null,
  };
}

/** Newest first. Of who has more than a thousand messages a page may have few events, or none, and more may follow. */
async function readTimeline(ctx: Context, address: string, { limit, cursor }: StoryQuery) {
  const filter = { ...EventFilter.parse({ limit, ...(cursor && { cursor }) }), recipient: address };
  const { data, nextCursor } = await listEvents(ctx, { ...filter, whole: true });
  const ids = [...new Set(data.map(({ messageId }) => messageId))];
  const rows =
    ids.length === 0
      ? []
      : await db()
          .select({ id: messages.id, subject: messages.subject })
          .from(messages)
          .where(inArray(messages.id, ids));
  const subjects = new Map(rows.map(({ id, subject }) => [id, subject]));
  const events = data.map(
    (event): StoryEvent => ({ ...event, subject: subjects.get(event.messageId) ?? '' }),
  );
  return { data: events, nextCursor };
}
