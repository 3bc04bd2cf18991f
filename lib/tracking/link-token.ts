import { createHmac, timingSafeEqual } from 'node:crypto';
import { parse, stringify } from 'uuid';
import { safeTarget } from './safe-target';

/**
 * What a link in a message stands for. `recipient`: the place among the message's recipients, null where it went to several at once and
 * nobody knows whose copy it is.
 */
export type Link = { messageId: string; recipient: number | null } & (
  | { kind: 'open' }
  | { kind: 'unsubscribe' }
  /** `place`: which of its `of` links, from 0. */
  | { kind: 'click'; url: string; place: number; of: number }
);

/** Behind the link of a picture: it is answered as one even if it is none of ours. */
export const PIXEL_ENDING = '.gif';

const KINDS = ['open', 'click', 'unsubscribe'] as const;
const NOBODY = 255;
const HEAD_BYTES = 18;
const CLICK_BYTES = HEAD_BYTES + 4;
/** As many as RFC 2104 (5) advises at least. */
const MAC_BYTES = 16;

/**
 * Where a link leads is in the link itself, signed: nothing is looked up before the answer, it works after the message is forgotten, and
 * nobody makes one that we did not send. (An id to look up would die with the message after its days of retention.)
 */
export function signLink(link: Link, key: Buffer): string {
  const url = link.kind === 'click' ? Buffer.from(link.url) : Buffer.alloc(0);
  const isClick = link.kind === 'click';
  const body = Buffer.alloc(isClick ? CLICK_BYTES + url.length : HEAD_BYTES);
  body[0] = KINDS.indexOf(link.kind);
  body.set(parse(link.messageId), 1);
  body[17] = link.recipient ?? NOBODY;
  if (isClick) {
    body.writeUInt16BE(link.place, HEAD_BYTES);
    body.writeUInt16BE(link.of, HEAD_BYTES + 2);
    body.set(url, CLICK_BYTES);
  }
  return Buffer.concat([body, macOf(body, key)]).toString('base64url');
}

const TOKEN = /^[\w-]{46,4000}$/;

/** Null: it is none of ours, or somebody changed it. */
export function readLink(token: string, key: Buffer): Link | null {
  if (!TOKEN.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  // The last letter may be written in several ways that mean the same bytes: only one of them was sent.
  if (bytes.toString('base64url') !== token) return null;
  const body = bytes.subarray(0, -MAC_BYTES);
  if (!timingSafeEqual(bytes.subarray(-MAC_BYTES), macOf(body, key))) return null;
  const kind = KINDS[body[0]!];
  const recipient = body[17] === NOBODY ? null : body[17]!;
  const messageId = stringify(body.subarray(1, 17));
  if (kind === 'open' || kind === 'unsubscribe') return { kind, messageId, recipient };
  const url = kind && safeTarget(body.subarray(CLICK_BYTES).toString());
  if (!url) return null;
  const [place, of] = [body.readUInt16BE(HEAD_BYTES), body.readUInt16BE(HEAD_BYTES + 2)];
  return { kind, messageId, recipient, url, place, of };
}

function macOf(body: Buffer, key: Buffer): Buffer {
  return createHmac('sha256', key).update(body).digest().subarray(0, MAC_BYTES);
}
