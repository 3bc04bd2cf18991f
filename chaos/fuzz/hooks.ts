import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import type { Random } from '../random';
import { mutateBytes, mutateDocument } from './mutate';

/** A body for the door of a provider. `signed`: with what proves its sender, over these very bytes. */
export type Hook = { kind: Kind; headers: Record<string, string>; body: Buffer; signed: boolean };
export type Kind = 'sendgrid' | 'mailgun' | 'postmark';

const MEGABYTE = 1024 * 1024;
/** Large ones would only fill the disk. */
const LARGE_SHARE = 0.002;
const webhookToken = 'a-webhook-token-of-chaos';
const webhookSigningKey = 'key-0123456789abcdef0123456789abcdef';
const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });

const fromEmail = 'receipts@example.com';
/** Providers that send nothing here: what they tell is what matters. */
export const TELLERS: Record<Kind, object> = {
  sendgrid: {
    kind: 'sendgrid',
    fromEmail,
    settings: { webhookPublicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64') },
    secrets: { apiKey: 'SG.none' },
  },
  mailgun: {
    kind: 'mailgun',
    fromEmail,
    settings: { domain: 'mg.example.com' },
    secrets: { apiKey: 'key-0123456789', webhookSigningKey },
  },
  postmark: {
    kind: 'postmark',
    fromEmail,
    settings: {},
    secrets: { apiKey: 'none-0123456789', webhookToken },
  },
};
const KINDS = Object.keys(TELLERS) as Kind[];

/** An event of its kind with something wrong in it, or all of it; every other one is rightly signed. */
export function makeHook(ids: string[], number: number, random: Random): Hook {
  const kind = random.pick(KINDS);
  const signed = random.chance(0.5);
  const event = eventOf(kind, random.pick(ids), number, random);
  const body = bytesOf(
    kind === 'mailgun' ? { signature: ofMailgun(number, signed), 'event-data': event } : event,
    random,
  );
  return {
    kind,
    body,
    signed,
    headers: { 'content-type': 'application/json', ...proof(kind, body, signed, random) },
  };
}

/** What Postmark tells of a message that has arrived. */
export function rightHook(relevo_id: string, reply: string): Hook {
  const event = {
    RecordType: 'Delivery',
    MessageID: relevo_id,
    Recipient: 'ana@example.com',
    DeliveredAt: new Date().toISOString(),
    Details: reply,
    Metadata: { relevo_id },
  };
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${webhookToken}` };
  return { kind: 'postmark', body: Buffer.from(JSON.stringify(event)), signed: true, headers };
}

function eventOf(kind: Kind, relevo_id: string, number: number, random: Random): object {
  const email = 'ana@example.com';
  if (kind === 'mailgun')
    return {
      event: random.pick(['delivered', 'failed', 'opened', 'clicked', 'complained', 'unsubscribed']),
      severity: random.pick(['permanent', 'temporary']),
      id: `chaos ${number}`,
      timestamp: 1_700_000_000 + number,
      recipient: email,
      'user-variables': { relevo_id },
      'delivery-status': { code: 550, message: '5.1.1 No such user' },
    };
  if (kind === 'postmark')
    return {
      RecordType: random.pick(['Delivery', 'Bounce', 'SpamComplaint', 'Open', 'Click', 'SubscriptionChange']),
      Type: 'HardBounce',
      ID: number,
      MessageID: relevo_id,
      Recipient: email,
      Email: email,
      DeliveredAt: '2026-11-05T16:33:54Z',
      Metadata: { relevo_id },
    };
  const events = Array.from({ length: random.between(1, 3) }, (_, n) => ({
    email,
    timestamp: 1_700_000_000 + number,
    event: random.pick([
      'processed',
      'delivered',
      'bounce',
      'deferred',
      'dropped',
      'open',
      'click',
      'spamreport',
    ]),
    reason: '550 5.1.1 No such user',
    sg_event_id: `chaos ${number} ${n}`,
    sg_message_id: '14c5d75ce93.dfd.64b469.filter0001.16648.5515E0B88.0',
    relevo_id,
  }));
  return events;
}

function bytesOf(document: object, random: Random): Buffer {
  const draw = random.next();
  if (draw < LARGE_SHARE) return Buffer.from(large(document, random));
  if (draw < 0.3) return mutateBytes(JSON.stringify(document), random);
  if (draw < 0.4) return Buffer.from(doubled(JSON.stringify(document), random));
  return Buffer.from(JSON.stringify(mutateDocument(document, random)) ?? 'undefined');
}

/** Two of the same name, or of a name that every object has. */
function doubled(text: string, random: Random): string {
  const more = random.pick([
    '"__proto__":{"event":"bounce"}',
    '"event":"bounce"',
    '"constructor":{"prototype":{}}',
    '"email":"eva@example.com"',
  ]);
  return text.replace('{', `{${more},`).replace(/}(?=[^}]*$)/, `,${more}}`);
}

function large(document: object, random: Random): string {
  const text = JSON.stringify(document);
  return random.pick([
    () => `${'['.repeat(10_000)}${text}${']'.repeat(10_000)}`,
    () => `${'{"a":'.repeat(10_000)}${text}${'}'.repeat(10_000)}`,
    () => text.replace(/"(email|Email|recipient)":"/, `"$1":"${'x'.repeat(MEGABYTE - text.length - 10)}`),
    () => text.replace('ana@example.com', `${'é'.repeat(MEGABYTE)}`),
    () => `[${'{},'.repeat(200_000)}{}]`,
  ])();
}

function ofMailgun(number: number, signed: boolean): object {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const token = `chaos-${number}`.padEnd(50, '0');
  const key = signed ? webhookSigningKey : 'another key';
  return {
    timestamp,
    token,
    signature: createHmac('sha256', key)
      .update(timestamp + token)
      .digest('hex'),
  };
}

function proof(kind: Kind, body: Buffer, signed: boolean, random: Random): Record<string, string> {
  if (kind === 'mailgun') return {};
  if (kind === 'postmark')
    return signed
      ? { authorization: `Bearer ${webhookToken}` }
      : random.pick<Record<string, string>>([
          {},
          { authorization: 'Bearer x' },
          { authorization: `Bearer ${webhookToken}x` },
        ]);
  const time = String(Math.floor(Date.now() / 1000));
  const named = signed
    ? body
    : random.pick([Buffer.from('another'), Buffer.concat([body, Buffer.from(' ')])]);
  const signature = sign('sha256', Buffer.concat([Buffer.from(time), named]), privateKey).toString('base64');
  if (!signed && random.chance(0.2)) return {};
  return {
    'x-twilio-email-event-webhook-timestamp': time,
    'x-twilio-email-event-webhook-signature':
      signed || random.chance(0.8) ? signature : random.pick(['', '=', 'AAAA', signature.slice(3)]),
  };
}
