import { and, asc, eq, isNotNull, sql as text } from 'drizzle-orm';
import { attachments, messageAttachments, messageBodies } from '@/drizzle/schema/messages';
import type { Context } from '@/lib/context';
import { db } from '@/lib/db';
import { notFound } from '@/lib/errors';
import { translator } from '@/lib/i18n/translate';
import { isUuid } from '@/lib/ids';
import { Semaphore } from '@/lib/semaphore';
import { streamInTurn } from '@/lib/stream-in-turn';
import { typeOfFile } from './outgoing';

export const PREVIEW_CHARACTERS = 4_000_000;
const PICTURE_BYTES = 5_000_000;
const PICTURES_BYTES = 12_000_000;
/** Divisible by three, so that the base64 of the parts is the base64 of the whole. */
const PIECE_BYTES = 192 * 1024;

const places = new Semaphore(4);

/**
 * The HTML as the sender wrote it, with the pictures that travel inside the message. Untrusted: serve it sandboxed. What can be shown is
 * bounded (4 million characters, 12 MB of pictures), and so is what several at once hold. @throws AppError not_found
 */
export async function getPreview(ctx: Context, id: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  if (!isUuid(id)) throw notFound('message', id);
  const [body] = await db()
    .select({ hasHtml: isNotNull(messageBodies.html).mapWith(Boolean) })
    .from(messageBodies)
    .where(eq(messageBodies.messageId, id));
  if (!body) throw notFound('message', id);
  return streamInTurn(
    (work) => places.run(work),
    () => (body.hasHtml ? renderHtml(ctx, id) : renderText(ctx, id)),
  );
}

async function* renderText(ctx: Context, id: string): AsyncGenerator<Uint8Array> {
  const content = await loadBeginning(id, 'text');
  const shown = content.beginning.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  yield* inPieces(
    Buffer.from(`<!doctype html><meta charset="utf-8">${cutNote(ctx, content)}<pre>${shown}</pre>`),
  );
}

async function* renderHtml(ctx: Context, id: string): AsyncGenerator<Uint8Array> {
  const content = await loadBeginning(id, 'html');
  const pictures = await listPictures(id, content.beginning);
  // Without one in front the browser would fall back to the rules of old pages.
  const doctype = /^\s*<!doctype[^>]{0,300}>/i.exec(content.beginning)?.[0] ?? '';
  const rest = Buffer.from(content.beginning.slice(doctype.length));
  const note = cutNote(ctx, content);
  yield Buffer.from(doctype);
  for (const picture of pictures) yield* asRule(picture);
  yield Buffer.from(note);
  yield* inPieces(rest);
}

type Beginning = { beginning: string; whole: boolean };

/** Cut by the database: a message may be as large as all that it carries. */
async function loadBeginning(id: string, part: 'html' | 'text'): Promise<Beginning> {
  const column = messageBodies[part];
  const [row] = await db()
    .select({
      beginning: text<string | null>`left(${column}, ${PREVIEW_CHARACTERS})`,
      whole: text<boolean | null>`length(${column}) <= ${PREVIEW_CHARACTERS}`,
    })
    .from(messageBodies)
    .where(eq(messageBodies.messageId, id));
  return { beginning: row?.beginning ?? '', whole: row?.whole ?? true };
}

function cutNote(ctx: Context, { whole }: Beginning): string {
  const t = translator(ctx.locale);
  return whole
    ? ''
    : `<p style="font: 14px sans-serif"><strong>${t('messages.content.onlyBeginning')}</strong></p>`;
}

type Picture = { sha256: Buffer; contentId: string; type: string };

/** Those that the HTML names, as long as they fit. */
async function listPictures(id: string, html: string): Promise<Picture[]> {
  const named = new Set([...html.matchAll(/\bcid:([\w.@+-]{1,200})/gi)].map(([, contentId]) => contentId));
  if (named.size === 0) return [];
  const files = await db()
    .select()
    .from(messageAttachments)
    .where(and(eq(messageAttachments.messageId, id), isNotNull(messageAttachments.contentId)))
    .orderBy(asc(messageAttachments.position));
  let bytes = 0;
  return files.flatMap(({ sha256, contentId, filename, contentType, sizeBytes }) => {
    const [type] = /^image\/[\w.+-]+/i.exec(typeOfFile(filename, contentType)) ?? [];
    if (!type || !named.delete(contentId!)) return [];
    if (sizeBytes > PICTURE_BYTES || bytes + sizeBytes > PICTURES_BYTES) return [];
    bytes += sizeBytes;
    return [{ sha256, contentId: contentId!, type }];
  });
}

/** Once, however often it is shown. A content id has no character that would end the selector. */
async function* asRule({ sha256, contentId, type }: Picture): AsyncGenerator<Uint8Array> {
  const [row] = await db()
    .select({ content: attachments.content })
    .from(attachments)
    .where(eq(attachments.sha256, sha256));
  if (!row) return;
  yield Buffer.from(`<style>img[src="cid:${contentId}" i]{content:url("data:${type};base64,`);
  for (const piece of pieces(row.content)) yield Buffer.from(piece.toString('base64'));
  yield Buffer.from(`")}</style>`);
}

async function* inPieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield* pieces(bytes);
}

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}
