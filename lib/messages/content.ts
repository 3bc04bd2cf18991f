import { and, eq } from 'drizzle-orm';
import { attachments, messageAttachments, messageBodies, messages } from '@/drizzle/schema/messages';
import { ByteBudget } from '@/lib/byte-budget';
import type { Context } from '@/lib/context';
import { db } from '@/lib/db';
import { notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { composeMime } from '@/lib/providers/email/mime';
import { currentSettings } from '@/lib/settings/current';
import { streamInTurn } from '@/lib/stream-in-turn';
import { getMessage } from './get';
import { loadAttachments, toOutgoing, typeOfFile } from './outgoing';
import { withText } from './text-from-html';

/** A message is held as it is stored, as its parts in base64, and as a whole. */
const COPIES = 4;
const sources = new ByteBudget(256 * 1024 * 1024);
const PIECE_BYTES = 256 * 1024;

/** The message as it goes over the wire (RFC 5322); blind copies are not in it. */
export async function getSource(ctx: Context, id: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  const sizeBytes = await findSize(id);
  return streamInTurn(
    (work) => sources.run(sizeBytes * COPIES, work),
    () => composeSource(ctx, id),
  );
}

async function* composeSource(ctx: Context, id: string): AsyncGenerator<Uint8Array> {
  const [{ message, body }, detail] = await Promise.all([findContent(id), getMessage(ctx, id)]);
  const from = detail.from ?? { email: 'sender@not.known' };
  const { delivery } = await currentSettings();
  const whole = withText({ ...message, ...body, id }, delivery.content);
  const outgoing = toOutgoing(whole, from, await loadAttachments(id));
  const source = await composeMime(outgoing, message.acceptedAt);
  for (let at = 0; at < source.length; at += PIECE_BYTES) yield source.subarray(at, at + PIECE_BYTES);
}

export type AttachmentContent = { filename: string; contentType: string; content: Buffer };

/** @throws AppError not_found */
export async function getAttachment(_ctx: Context, id: string, position: number): Promise<AttachmentContent> {
  if (!isUuid(id) || !Number.isInteger(position) || position < 0 || position > 1000)
    throw notFound('attachment', String(position));
  const [row] = await db()
    .select({ file: messageAttachments, content: attachments.content })
    .from(messageAttachments)
    .innerJoin(attachments, eq(attachments.sha256, messageAttachments.sha256))
    .where(and(eq(messageAttachments.messageId, id), eq(messageAttachments.position, position)));
  if (!row) throw notFound('attachment', String(position));
  const { filename, contentType } = row.file;
  return { filename, contentType: typeOfFile(filename, contentType), content: row.content };
}

async function findSize(id: string): Promise<number> {
  if (!isUuid(id)) throw notFound('message', id);
  const [row] = await db()
    .select({ sizeBytes: messages.sizeBytes })
    .from(messages)
    .where(eq(messages.id, id));
  if (!row) throw notFound('message', id);
  return row.sizeBytes;
}

async function findContent(id: string) {
  const [row] = await db()
    .select({ message: messages, body: messageBodies })
    .from(messages)
    .innerJoin(messageBodies, eq(messageBodies.messageId, id))
    .where(eq(messages.id, id));
  if (!row) throw notFound('message', id);
  return row;
}
