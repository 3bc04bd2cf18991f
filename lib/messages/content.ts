import { Readable } from 'node:stream';
import { and, asc, eq, gte, sql as text } from 'drizzle-orm';
import { messageAttachments, messageBodies, messages } from '@/drizzle/schema/messages';
import { Semaphore } from '@/lib/async/semaphore';
import { streamInTurn } from '@/lib/async/stream-in-turn';
import { typeOfFile } from '@/lib/channels/email/file-type';
import { streamMime } from '@/lib/channels/email/mime';
import { withText } from '@/lib/channels/email/text-from-html';
import { toOutgoing } from '@/lib/channels/email/to-outgoing';
import { getChannel } from '@/lib/channels/registry';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { currentSettings } from '@/lib/settings/current';
import { checkVisible } from './check-visible';
import { getMessage } from './get';
import { loadRaw } from './load-raw';
import { bodyPieces, filePieces } from './pieces';
import { renderedBodies } from './rendered';
import { shownBody } from './shown-body';

/** Each holds a few pieces of its message at a time, whatever that has. */
const sources = new Semaphore(8);
const downloads = new Semaphore(64);
/** 25 MB over a line of 30 kB a second. */
const LONGEST_DOWNLOAD_MS = 15 * 60_000;

/** Longer bodies go in pieces; of such HTML no text is made. */
const WHOLE_CHARACTERS = 512 * 1024;
/** Encoding one takes a few milliseconds. */
const SLICE_CHARACTERS = 32 * 1024;

/**
 * The message as it goes over the wire (RFC 5322), made while it is read; blind copies are not in it. Of another channel it is what an adapter
 * is given, as JSON, and of one whose template a provider keeps, too: each of them makes a request of its own of it.
 */
export async function getSource(ctx: Context, id: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  if (!isUuid(id)) throw notFound('message', id);
  const { message, body } = await findContent(ctx, id);
  const isMime = getChannel(message.channel).mime && !body.providerTemplate;
  return streamInTurn(
    (work) => sources.run(work),
    () => (isMime ? composeSource(ctx, id) : writeOutgoing(ctx, id)),
    LONGEST_DOWNLOAD_MS,
  );
}

/** Without files: they have their own list. */
async function* writeOutgoing(ctx: Context, id: string): AsyncGenerator<Uint8Array> {
  const { message, body } = await findContent(ctx, id);
  const { sender, senderName } = message;
  const from = sender === null ? null : { address: sender, name: senderName ?? undefined };
  const outgoing = getChannel(message.channel).toOutgoing({ ...message, ...body, id }, from, []);
  yield Buffer.from(`${JSON.stringify(outgoing, null, 2)}\n`);
}

async function* composeSource(ctx: Context, id: string): AsyncGenerator<Uint8Array> {
  const raw = await loadRaw(id);
  if (raw) return yield raw;
  const [{ message, body }, detail, files] = await Promise.all([
    findContent(ctx, id),
    getMessage(ctx, id),
    listFiles(id),
  ]);
  const from = detail.from ?? { email: 'sender@not.known' };
  const { delivery } = await currentSettings();
  const {
    text: _text,
    html: _html,
    ...facts
  } = toOutgoing({ ...message, ...body, text: null, html: null, id }, from, []);
  const short = body.textIsLong ? body : withText(body, delivery.content);
  const bodies = {
    text: body.textIsLong ? inSlices(id, 'text') : (short.text ?? undefined),
    html: body.htmlIsLong ? inSlices(id, 'html') : (body.html ?? undefined),
  };
  const attachments = files.map((file) => ({
    filename: file.filename,
    contentType: typeOfFile(file.filename, file.contentType),
    contentId: file.contentId ?? undefined,
    content: Readable.from(filePieces(file.sha256)),
  }));
  yield* streamMime({ ...facts, ...bodies, attachments }, message.acceptedAt);
}

function inSlices(id: string, part: 'html' | 'text'): Readable {
  const slices = async function* () {
    for await (const piece of bodyPieces(id, part))
      for (let at = 0, end = 0; at < piece.length; at = end) {
        end = at + SLICE_CHARACTERS;
        // Not between the halves of one character.
        if (!piece.slice(at, end).isWellFormed()) end--;
        yield piece.slice(at, end);
      }
  };
  return Readable.from(slices());
}

export type AttachmentContent = {
  filename: string;
  contentType: string;
  sizeBytes: number;
  content: ReadableStream<Uint8Array<ArrayBuffer>>;
};

/** Read from the store while it is given away, and no faster. @throws AppError not_found */
export async function getAttachment(ctx: Context, id: string, position: number): Promise<AttachmentContent> {
  if (!isUuid(id) || !Number.isInteger(position) || position < 0 || position > 1000)
    throw notFound('attachment', String(position));
  await checkVisible(ctx, id);
  const [file] = await db()
    .select()
    .from(messageAttachments)
    .where(and(eq(messageAttachments.messageId, id), eq(messageAttachments.position, position)));
  if (!file) throw notFound('attachment', String(position));
  const { filename, contentType, sizeBytes, sha256 } = file;
  const content = streamInTurn(
    (work) => downloads.run(work),
    () => filePieces(sha256),
    LONGEST_DOWNLOAD_MS,
  );
  return { filename, contentType: typeOfFile(filename, contentType), sizeBytes, content };
}

function listFiles(id: string) {
  return db()
    .select()
    .from(messageAttachments)
    .where(and(eq(messageAttachments.messageId, id), gte(messageAttachments.position, 0)))
    .orderBy(asc(messageAttachments.position));
}

/** With those of its bodies that are no longer than a piece. */
async function findContent(ctx: Context, id: string) {
  const { text: textBody, html, replyTo, headers, providerTemplate } = messageBodies;
  const [row] = await db()
    .select({
      message: messages,
      body: {
        text: text<
          string | null
        >`case when length(${textBody}) <= ${WHOLE_CHARACTERS} then ${shownBody('text', messages.acceptedByType)} end`,
        html: text<
          string | null
        >`case when length(${html}) <= ${WHOLE_CHARACTERS} then ${shownBody('html', messages.acceptedByType)} end`,
        textIsLong: text<boolean>`coalesce(length(${textBody}) > ${WHOLE_CHARACTERS}, false)`,
        htmlIsLong: text<boolean>`coalesce(length(${html}) > ${WHOLE_CHARACTERS}, false)`,
        replyTo,
        headers,
        providerTemplate,
      },
    })
    .from(messages)
    .innerJoin(messageBodies, eq(messageBodies.messageId, id))
    .where(and(eq(messages.id, id), scoped(ctx, messages.companyId)));
  if (!row) throw notFound('message', id);
  const made = await renderedBodies(id);
  return made ? { ...row, body: { ...row.body, ...made } } : row;
}
