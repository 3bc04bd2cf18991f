import { createHmac, timingSafeEqual } from 'node:crypto';
import { NIL, parse, stringify } from 'uuid';
import { readContact } from '@/lib/contacts/get';
import type { Context } from '@/lib/context';
import { linkKey } from '@/lib/tracking/link-key';
import type { FeedToken, FeedTokenInput } from './schema';
import type { Whose } from './told-by';

const BEGINS = 'rlvf_';
/** The person, the company that asked for it, and until when. */
const BODY_BYTES = 38;
/** As many as RFC 2104 (5) advises at least. */
const MAC_BYTES = 16;

/** For the browser of one person, which must not have a token of the API: it reads their feed, for minutes. @throws AppError not_found */
export async function createFeedToken(
  ctx: Context,
  { contact, minutes }: FeedTokenInput,
): Promise<FeedToken> {
  const { id } = await readContact(ctx, contact);
  const expiresAt = new Date((Math.floor(Date.now() / 1000) + minutes * 60) * 1000);
  const token = await signFeedToken({ contactId: id, companyId: ctx.companyId }, expiresAt);
  return { token, expiresAt: expiresAt.toISOString() };
}

export async function signFeedToken({ contactId, companyId }: Whose, expiresAt: Date): Promise<string> {
  const body = Buffer.alloc(BODY_BYTES);
  body.set(parse(contactId));
  body.set(parse(companyId ?? NIL), 16);
  body.writeUIntBE(expiresAt.getTime() / 1000, 32, 6);
  return BEGINS + Buffer.concat([body, await macOf(body)]).toString('base64url');
}

/** Whose it is, by which company, and until when; null: it is none of ours, or over. */
export async function readFeedToken(
  token: string,
  now = new Date(),
): Promise<(Whose & { expiresAt: Date }) | null> {
  if (!/^rlvf_[\w-]{72}$/.test(token)) return null;
  const bytes = Buffer.from(token.slice(BEGINS.length), 'base64url');
  const body = bytes.subarray(0, BODY_BYTES);
  if (!timingSafeEqual(bytes.subarray(BODY_BYTES), await macOf(body))) return null;
  const expiresAt = new Date(body.readUIntBE(32, 6) * 1000);
  if (expiresAt <= now) return null;
  const companyId = stringify(body.subarray(16, 32));
  return {
    contactId: stringify(body.subarray(0, 16)),
    companyId: companyId === NIL ? null : companyId,
    expiresAt,
  };
}

/** With a word of its own, so that no link in a message is taken for one. */
async function macOf(body: Buffer): Promise<Buffer> {
  return createHmac('sha256', await linkKey())
    .update('feed')
    .update(body)
    .digest()
    .subarray(0, MAC_BYTES);
}
