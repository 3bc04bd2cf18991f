import { and, asc, eq, isNotNull, or, sql as text } from 'drizzle-orm';
import { messageAttachments, messageBodies } from '@/drizzle/schema/messages';
import { Semaphore } from '@/lib/async/semaphore';
import { streamInTurn } from '@/lib/async/stream-in-turn';
import { typeOfFile } from '@/lib/channels/email/file-type';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { translator } from '@/lib/i18n/translate';
import { isUuid } from '@/lib/ids';
import { checkVisible } from './check-visible';
import { anyPlaceholder, CidLinks, placeholderRule, RULE_END, ruleOf } from './cid-links';
import { bodyPieces, filePieces } from './pieces';

export const PREVIEW_CHARACTERS = 4_000_000;
const PICTURE_BYTES = 5_000_000;
const PICTURES_BYTES = 12_000_000;
/** Others that the HTML names have a box without a name. */
const PLACEHOLDERS = 50;

const places = new Semaphore(4);

/**
 * The HTML as the sender wrote it, with the pictures that travel inside the message, or their names. Untrusted: serve it sandboxed. What can be shown is
 * bounded (4 million characters, 12 MB of pictures), and so is what several at once hold. @throws AppError not_found
 */
export async function getPreview(ctx: Context, id: string): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  if (!isUuid(id)) throw notFound('message', id);
  await checkVisible(ctx, id);
  const [body] = await db()
    .select({
      hasHtml: or(isNotNull(messageBodies.html), isNotNull(messageBodies.template))!.mapWith(Boolean),
    })
    .from(messageBodies)
    .where(eq(messageBodies.messageId, id));
  if (!body) throw notFound('message', id);
  return streamInTurn(
    (work) => places.run(work),
    () => (body.hasHtml ? renderHtml(ctx, id) : renderText(ctx, id)),
  );
}

async function* renderText(ctx: Context, id: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`<!doctype html><meta charset="utf-8">${await cutNote(ctx, id, 'text')}<pre>`);
  for await (const piece of bodyPieces(id, 'text', PREVIEW_CHARACTERS))
    yield Buffer.from(piece.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  yield Buffer.from('</pre>');
}

async function* renderHtml(ctx: Context, id: string): AsyncGenerator<Uint8Array> {
  const note = await cutNote(ctx, id, 'html');
  const { pictures, missing } = await listPictures(id);
  const links = new CidLinks();
  let began = false;
  for await (const piece of bodyPieces(id, 'html', PREVIEW_CHARACTERS)) {
    // Without one in front the browser would fall back to the rules of old pages.
    const doctype = began ? '' : (/^\s*<!doctype[^>]{0,300}>/i.exec(piece)?.[0] ?? '');
    if (!began) {
      yield Buffer.from(doctype);
      if (missing.length > 0) yield Buffer.from(anyPlaceholder() + missing.join(''));
      for (const picture of pictures) yield* asRule(picture);
      yield Buffer.from(note);
    }
    began = true;
    yield Buffer.from(links.push(piece.slice(doctype.length)));
  }
  yield Buffer.from(links.rest());
}

async function cutNote(ctx: Context, id: string, part: 'html' | 'text'): Promise<string> {
  const [row] = await db()
    .select({ cut: text<boolean | null>`length(${messageBodies[part]}) > ${PREVIEW_CHARACTERS}` })
    .from(messageBodies)
    .where(eq(messageBodies.messageId, id));
  const t = translator(ctx.locale);
  return row?.cut
    ? `<p style="font: 14px sans-serif"><strong>${t('messages.content.onlyBeginning')}</strong></p>`
    : '';
}

type Picture = { sha256: Buffer; contentId: string; type: string };

/** Those that the HTML names, as long as they fit; for the others a rule that tells their name. */
async function listPictures(id: string): Promise<{ pictures: Picture[]; missing: string[] }> {
  const files = await db()
    .select()
    .from(messageAttachments)
    .where(and(eq(messageAttachments.messageId, id), isNotNull(messageAttachments.contentId)))
    .orderBy(asc(messageAttachments.position));
  const named = await listNamed(id, new Set(files.map(({ contentId }) => contentId!)));
  let bytes = 0;
  const pictures = files.flatMap(({ sha256, contentId, filename, contentType, sizeBytes }) => {
    const [type] = /^image\/[\w.+-]+/i.exec(typeOfFile(filename, contentType)) ?? [];
    if (!type || !named.has(contentId!)) return [];
    if (sizeBytes > PICTURE_BYTES || bytes + sizeBytes > PICTURES_BYTES) return [];
    named.delete(contentId!);
    bytes += sizeBytes;
    return [{ sha256, contentId: contentId!, type }];
  });
  const nameOf = new Map(files.map(({ contentId, filename }) => [contentId, filename]));
  return { pictures, missing: [...named].map((each) => placeholderRule(each, nameOf.get(each))) };
}

/** As long as a name with what stands around it: one may be cut in two by the end of a piece. */
const OVERLAP = 256;

/** All that are there, and of the others as many as get a placeholder. */
async function listNamed(id: string, there: Set<string>): Promise<Set<string>> {
  const named = new Set<string>();
  let others = 0;
  let before = '';
  for await (const piece of bodyPieces(id, 'html', PREVIEW_CHARACTERS)) {
    for (const [, contentId] of (before + piece).matchAll(/\bcid:([\w.@+-]{1,200})/gi))
      if (there.has(contentId!)) named.add(contentId!);
      else if (others < PLACEHOLDERS && !named.has(contentId!)) {
        named.add(contentId!);
        others++;
      }
    before = piece.slice(-OVERLAP);
  }
  return named;
}

/** Once, however often it is shown. */
async function* asRule({ sha256, contentId, type }: Picture): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${ruleOf(contentId)}data:${type};base64,`);
  for await (const piece of filePieces(sha256)) yield Buffer.from(piece.toString('base64'));
  yield Buffer.from(RULE_END);
}
