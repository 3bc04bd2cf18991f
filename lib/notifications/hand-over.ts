import type { StoredQuiet } from '@/drizzle/schema/notifications';
import type { StoredVariable } from '@/drizzle/schema/templates';
import { Batcher } from '@/lib/async/batcher';
import { findChannel } from '@/lib/channels/registry';
import { type Actor, type Context, jobContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { AppError, passes } from '@/lib/errors';
import { putFeedItem } from '@/lib/feed/put';
import { parseInput } from '@/lib/http/parse-input';
import { acceptMessage } from '@/lib/intake/accept';
import { cancelMessage } from '@/lib/messages/cancel';
import { MessageInput } from '@/lib/messages/schema';
import { type OpenFile, openFiles, type StoredFile } from './files';
import { prepareType } from './types/prepared';

/** A step whose turn has come, with what its message is made of. */
export type Due = {
  id: string;
  position: number;
  channel: string;
  address: string;
  text: string | null;
  template: string | null;
  templateVersion: number | null;
  language: string;
  companyId: string | null;
  type: string;
  person: { name?: string };
  variables: Record<string, unknown>;
  attachments: (StoredFile | OpenFile)[] | null;
  priority: string;
  marketing: boolean;
  quiet: StoredQuiet | null;
  actor: Actor;
  test: boolean;
};

export type HandedOver = { position: number; messageId?: string; reason?: string };

/**
 * Makes the message of one channel, once, whoever else does so at this moment or did before a crash: its place is its idempotency key.
 * What is wrong with it is noted at the step. @throws what passes, such as a database that is away: then it is tried again
 */
export async function handOver(ctx: Context, due: Due): Promise<HandedOver> {
  const { id, position } = due;
  if (due.channel === 'feed') return handToFeed(due);
  try {
    const files = due.channel === 'email' ? await openFiles(due.attachments ?? []) : [];
    const input = parseInput(MessageInput, messageOf(due, files));
    const key = `notification:${id}:${position}`;
    const { id: messageId } = await acceptMessage(
      ctx,
      { ...input, type: due.type, ...(due.quiet && { quiet: due.quiet }) },
      key,
    );
    const isMarked = await marks.add({ id, position, state: 'handed_over', messageId, reason: null });
    if (!isMarked) await takeBack(id, position, messageId);
    return { position, messageId };
  } catch (error) {
    if (!(error instanceof AppError) || passes(error) || error.code === 'internal') throw error;
    const reason = error.errors?.[0]?.code ?? error.code;
    await marks.add({ id, position, state: 'failed', messageId: null, reason });
    return { position, reason };
  }
}

/** What a test tells nobody sees but who tells it. */
async function handToFeed(due: Due): Promise<HandedOver> {
  const { id, position, address: contactId, companyId, type, text, language, variables, test } = due;
  // A type that is gone, or whose template cannot be used any more, is still told with what it said.
  const prepared = await prepareType(companyId, type, language.startsWith('es') ? 'es' : 'en').catch(
    () => null,
  );
  const reason = test ? 'test_token' : null;
  if (!test)
    await putFeedItem({
      ...{ contactId, notificationId: id, type, body: text ?? '' },
      title: prepared?.type.title ?? type,
      url: urlAmong(prepared?.declared ?? [], variables),
    });
  await marks.add({ id, position, state: test ? 'failed' : 'handed_over', messageId: null, reason });
  return { position, ...(reason && { reason }) };
}

/** Where it leads: to the first address that it was told with. */
function urlAmong(declared: StoredVariable[], variables: Record<string, unknown>): string | null {
  const urls = declared.filter(({ type }) => type === 'url').map(({ name }) => variables[name]);
  const url = urls.find((value) => typeof value === 'string' && /^https?:\/\//i.test(value));
  return (url as string | undefined) ?? null;
}

type Mark = {
  id: string;
  position: number;
  state: 'handed_over' | 'failed';
  messageId: string | null;
  reason: string | null;
};

/** Those that come together are noted together. */
const marks = new Batcher<Mark, boolean>({ flush: markSteps, waitMs: 2, maxItems: 500, concurrency: 2 });

/** @returns which were noted: not those that somebody else noted, or canceled, before */
async function markSteps(given: Mark[]): Promise<boolean[]> {
  const rows = await sql()<{ place: string }[]>`
    update notification_steps s set state = m.state, message_id = m."messageId", reason = m.reason,
      handed_at = case when m.state = 'handed_over' then now() end
    from unnest(${given.map((mark) => JSON.stringify(mark))}::text[]) as u(row),
      jsonb_to_record(u.row::jsonb) as m(id uuid, position smallint, state text, "messageId" uuid, reason text)
    where s.notification_id = m.id and s.position = m.position and s.state = 'planned'
    returning s.notification_id || ':' || s.position as place`;
  const marked = new Set(rows.map(({ place }) => place));
  return given.map(({ id, position }) => marked.has(`${id}:${position}`));
}

/** Whoever canceled the notification at this moment did not see this message. */
async function takeBack(id: string, position: number, messageId: string): Promise<void> {
  const canceled = await sql()`
    select from notification_steps where notification_id = ${id} and position = ${position} and state = 'canceled'`;
  if (canceled.length > 0)
    await cancelMessage(jobContext('notifications'), { id: messageId }).catch(() => undefined);
}

function messageOf(due: Due, attachments: OpenFile[]): unknown {
  const { channel, address, person, companyId, priority, marketing, variables, id, type } = due;
  const common = {
    priority,
    category: marketing ? 'marketing' : 'transactional',
    company: companyId,
    metadata: { notification: id, notification_type: type },
  };
  if (channel !== 'email') return { ...common, channel, to: address, text: due.text };
  return {
    ...common,
    to: person.name ? { email: address, name: person.name } : address,
    template: due.template,
    templateVersion: due.templateVersion,
    language: due.language,
    variables,
    attachments,
  };
}

export function isKnown(channel: string): boolean {
  return channel === 'feed' || findChannel(channel) !== undefined;
}
