import { and, eq } from 'drizzle-orm';
import { attachments, messageAttachments, messageBodies, messages } from '@/drizzle/schema/messages';
import type { Context } from '@/lib/context';
import { db } from '@/lib/db';
import { notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { composeMime } from '@/lib/providers/email/mime';
import { currentSettings } from '@/lib/settings/current';
import { getMessage } from './get';
import { loadAttachments, toOutgoing, typeOfFile } from './outgoing';
import { withText } from './text-from-html';

/** The HTML as the sender wrote it, pictures that travel inside the message put in place. Untrusted: serve it sandboxed. */
export async function getPreview(_ctx: Context, id: string): Promise<string> {
  const { body } = await findContent(id);
  if (body.html === null)
    return `<!doctype html><meta charset="utf-8"><pre>${escapeHtml(body.text ?? '')}</pre>`;
  const inline = (await loadAttachments(id)).filter((attachment) => attachment.contentId);
  return inline.reduce(
    (html, { contentId, contentType, content }) =>
      html.replaceAll(`cid:${contentId}`, `data:${contentType};base64,${content.toString('base64')}`),
    body.html,
  );
}

/** The message as it goes over the wire (RFC 5322); blind copies are not in it. */
export async function getSource(ctx: Context, id: string): Promise<string> {
  const [{ message, body }, detail] = await Promise.all([findContent(id), getMessage(ctx, id)]);
  const from = detail.from ?? { email: 'sender@not.known' };
  const { delivery } = await currentSettings();
  const whole = withText({ ...message, ...body, id }, delivery.content);
  const outgoing = toOutgoing(whole, from, await loadAttachments(id));
  return (await composeMime(outgoing, message.acceptedAt)).toString('utf8');
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

async function findContent(id: string) {
  if (!isUuid(id)) throw notFound('message', id);
  const [row] = await db()
    .select({ message: messages, body: messageBodies })
    .from(messages)
    .innerJoin(messageBodies, eq(messageBodies.messageId, id))
    .where(eq(messages.id, id));
  if (!row) throw notFound('message', id);
  return row;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
