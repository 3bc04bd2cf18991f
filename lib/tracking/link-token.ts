import { createHmac, timingSafeEqual } from 'node:crypto';
import { NIL, parse, stringify } from 'uuid';
import { CATEGORIES } from '@/lib/routing/categories';
import { safeTarget } from './safe-target';

type Category = (typeof CATEGORIES)[number];

/**
 * What a link in a message stands for. `recipient`: the place among the message's recipients, null where it went to several at once and
 * nobody knows whose copy it is.
 */
export type Link = MessageLink | { kind: 'preferences'; contactId: string };

export type MessageLink = { messageId: string; recipient: number | null } & (
  | { kind: 'open' }
  /** With all that is needed after the message is forgotten; `address` null: of one of several. */
  | {
      kind: 'unsubscribe';
      companyId: string | null;
      category: Category;
      address: string | null;
    }
  /** `place`: which of its `of` links, from 0. */
  | { kind: 'click'; url: string; place: number; of: number }
);

/** Behind the link of a picture: it is answered as one even if it is none of ours. */
export const PIXEL_ENDING = '.gif';

const KINDS = ['open', 'click', 'unsubscribe', 'preferences'] as const;
const NOBODY = 255;
const HEAD_BYTES = 18;
const CLICK_BYTES = HEAD_BYTES + 4;
const UNSUBSCRIBE_BYTES = HEAD_BYTES + 17;
/** As many as RFC 2104 (5) advises at least. */
const MAC_BYTES = 16;

/**
 * Where a link leads is in the link itself, signed: nothing is looked up before the answer, it works after the message is forgotten, and
 * nobody makes one that we did not send. (An id to look up would die with the message after its days of retention.)
 */
export function signLink(link: Link, key: Buffer): string {
  const head = Buffer.alloc(HEAD_BYTES);
  head[0] = KINDS.indexOf(link.kind);
  head.set(parse(link.kind === 'preferences' ? link.contactId : link.messageId), 1);
  head[17] = link.kind === 'preferences' ? NOBODY : (link.recipient ?? NOBODY);
  const body = Buffer.concat([head, tailOf(link)]);
  return Buffer.concat([body, macOf(body, key)]).toString('base64url');
}

function tailOf(link: Link): Buffer {
  if (link.kind === 'open' || link.kind === 'preferences') return Buffer.alloc(0);
  if (link.kind === 'click') {
    const places = Buffer.alloc(CLICK_BYTES - HEAD_BYTES);
    places.writeUInt16BE(link.place);
    places.writeUInt16BE(link.of, 2);
    return Buffer.concat([places, Buffer.from(link.url)]);
  }
  const { category, companyId, address } = link;
  return Buffer.concat([
    Buffer.from([CATEGORIES.indexOf(category)]),
    parse(companyId ?? NIL),
    Buffer.from(address ?? ''),
  ]);
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
  if (kind === 'preferences') return { kind, contactId: messageId };
  if (kind === 'open') return { kind, messageId, recipient };
  if (kind === 'unsubscribe') {
    const category = CATEGORIES[body[HEAD_BYTES]!];
    const companyId = stringify(body.subarray(HEAD_BYTES + 1, UNSUBSCRIBE_BYTES));
    const address = body.subarray(UNSUBSCRIBE_BYTES).toString() || null;
    return category
      ? { kind, messageId, recipient, companyId: companyId === NIL ? null : companyId, category, address }
      : null;
  }
  const url = kind && safeTarget(body.subarray(CLICK_BYTES).toString());
  if (!url) return null;
  const [place, of] = [body.readUInt16BE(HEAD_BYTES), body.readUInt16BE(HEAD_BYTES + 2)];
  return { kind, messageId, recipient, url, place, of };
}

function macOf(body: Buffer, key: Buffer): Buffer {
  return createHmac('sha256', key).update(body).digest().subarray(0, MAC_BYTES);
}
