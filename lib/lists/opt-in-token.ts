import { createHmac, timingSafeEqual } from 'node:crypto';
import { parse, stringify } from 'uuid';

export type OptIn = { listId: string; contactId: string };

const MAC_BYTES = 16;
const TOKEN = /^[\w-]{64}$/;

/** Who presses its button shows that mail to them arrives: nothing is looked up to know that it is one of ours. */
export function signOptIn({ listId, contactId }: OptIn, key: Buffer): string {
  const body = Buffer.concat([parse(listId), parse(contactId)]);
  return Buffer.concat([body, macOf(body, key)]).toString('base64url');
}

/** Null: it is none of ours. */
export function readOptIn(token: string, key: Buffer): OptIn | null {
  if (!TOKEN.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  const body = bytes.subarray(0, -MAC_BYTES);
  if (!timingSafeEqual(bytes.subarray(-MAC_BYTES), macOf(body, key))) return null;
  return { listId: stringify(body.subarray(0, 16)), contactId: stringify(body.subarray(16)) };
}

/** With its purpose, so that no link of another kind passes for one. */
function macOf(body: Buffer, key: Buffer): Buffer {
  return createHmac('sha256', key).update('opt-in').update(body).digest().subarray(0, MAC_BYTES);
}
