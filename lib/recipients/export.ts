import { and, eq, inArray } from 'drizzle-orm';
import { messageBodies, messages } from '@/drizzle/schema/messages';
import { bounces } from '@/drizzle/schema/suppressions';
import { Semaphore } from '@/lib/async/semaphore';
import { streamInTurn } from '@/lib/async/stream-in-turn';
import { scoped } from '@/lib/companies/scoped';
import { contactsOf } from '@/lib/contacts/get';
import { viewContact } from '@/lib/contacts/view';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { parseInput } from '@/lib/http/parse-input';
import { receivedFrom } from '@/lib/inbound/received/list';
import { getMessage } from '@/lib/messages/get';
import { readRows } from '@/lib/messages/list';
import { placesOf } from '@/lib/messages/places';
import { renderedBodies } from '@/lib/messages/rendered';
import { shownBody } from '@/lib/messages/shown-body';
import type { MessageDetail } from '@/lib/messages/view-schema';
import { toCompare } from '@/lib/suppressions/compare';
import { spellings } from '@/lib/text/spellings';
import { listedAs } from './facts';
import { RecipientRef } from './schema';

/** Each holds one message at a time. */
const exports = new Semaphore(2);
const CHUNK = 100;
const LONGEST_MS = 15 * 60_000;

/** All that is known of one person as a JSON file that is made while it is read. @throws AppError validation_failed */
export function exportRecipient(
  ctx: Context,
  input: { address: string },
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { address } = parseInput(RecipientRef, { address: input.address });
  const encoder = new TextEncoder();
  async function* encode() {
    for await (const piece of jsonOfRecipient(ctx, { address })) yield encoder.encode(piece);
  }
  return streamInTurn((work) => exports.run(work), encode, LONGEST_MS);
}

/**
 * Messages newest first, each with its content, attempts and events, visits and answers among them. What a message says of others stays out:
 * blind copies, and what became of anybody else.
 */
export async function* jsonOfRecipient(
  ctx: Context,
  { address }: { address: string },
): AsyncGenerator<string> {
  const theirs = new Set(spellings(address));
  const about = {
    address,
    exportedAt: new Date().toISOString(),
    contacts: await Promise.all((await contactsOf(ctx, address)).map(viewContact)),
    suppressions: await listedAs(ctx, address),
    bounces: await bouncesOf(ctx, address),
    wrote: await receivedFrom(ctx, address),
  };
  yield `${JSON.stringify(about).slice(0, -1)},"messages":[`;
  let separator = '\n';
  for await (const id of idsOf(ctx, address)) {
    const [detail, body] = [await getMessage(ctx, id).catch(() => null), await readBody(id)];
    // Forgotten meanwhile.
    if (!detail || !body) continue;
    yield separator + JSON.stringify({ ...onlyTheirs(detail, theirs), ...body });
    separator = ',\n';
  }
  yield '\n]}\n';
}

async function* idsOf(ctx: Context, address: string): AsyncGenerator<string> {
  for (let cursor: string | undefined; ; ) {
    const ids: string[] = [];
    for await (const place of placesOf(ctx, { to: address, ...(cursor && { cursor }) })) {
      const rows = await readRows(place, CHUNK - ids.length);
      ids.push(...rows.map(({ message }) => message.id));
      if (ids.length === CHUNK) break;
    }
    yield* ids;
    if (ids.length < CHUNK) return;
    cursor = ids.at(-1)!;
  }
}

async function readBody(id: string) {
  const made = await renderedBodies(id);
  if (made) return made;
  const [body] = await db()
    .select({
      text: shownBody('text', messages.acceptedByType),
      html: shownBody('html', messages.acceptedByType),
    })
    .from(messageBodies)
    .innerJoin(messages, eq(messages.id, id))
    .where(eq(messageBodies.messageId, id));
  return body;
}

function onlyTheirs(detail: MessageDetail, theirs: Set<string>) {
  const isTheirs = (address: string | null) => address === null || theirs.has(address.toLowerCase());
  const {
    recipients,
    attempts,
    events,
    text: _text,
    textCut: _cut,
    hasRemotePictures: _pictures,
    ...message
  } = detail;
  return {
    ...message,
    recipients: recipients
      .filter(({ kind, address }) => kind !== 'bcc' || isTheirs(address))
      .map((recipient) =>
        isTheirs(recipient.address) ? recipient : { kind: recipient.kind, address: recipient.address },
      ),
    attempts: attempts.map(({ id, provider, startedAt, finishedAt, outcomes }) => ({
      id,
      provider,
      startedAt,
      finishedAt,
      outcomes: outcomes.filter(({ address }) => isTheirs(address)),
    })),
    events: events.filter(({ recipient }) => isTheirs(recipient)),
  };
}

function bouncesOf(ctx: Context, address: string) {
  const { class: kind, code, reason, firstAt, lastAt, times } = bounces;
  return db()
    .select({ class: kind, code, reason, firstAt, lastAt, times })
    .from(bounces)
    .where(and(inArray(bounces.address, [toCompare('email', address)]), scoped(ctx, bounces.companyId)));
}
