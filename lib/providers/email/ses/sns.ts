import { createVerify, X509Certificate } from 'node:crypto';
import type { InboundRequest, Verified } from '@/lib/events/inbound';
import { safeFetch } from '@/lib/outbound/safe-fetch';
import { type Fields, fieldsOf, readBody, textOf } from '../events/fields';

/** What Amazon SNS posts: https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html */
export type Notice = Fields & {
  Type: 'Notification' | 'SubscriptionConfirmation' | 'UnsubscribeConfirmation';
};

const TYPES = ['Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation'];
/** Amazon's own hosts of SNS, and nothing that only looks like one. */
const HOST = /^sns\.[a-z0-9-]{3,40}\.amazonaws\.com(\.cn)?$/;
/** It gives up within the hour; a message of before that is a copy that somebody kept. */
const OLDEST_MS = 3_600_000;
const TIMEOUT_MS = 5_000;

/** @throws where it is not what SNS posts */
export function readNotice(body: Uint8Array): Notice {
  const notice = fieldsOf(readBody(body));
  if (!TYPES.includes(notice.Type as string)) throw new Error('not a message of Amazon SNS');
  return notice as Notice;
}

/** Anybody may have a topic whose messages Amazon signs, so only the one of the settings counts. */
export async function verifyNotice(request: InboundRequest, topicArn: string | undefined): Promise<Verified> {
  if (!topicArn) return { ok: false, reason: 'no SNS topic is set here' };
  let notice: Notice;
  try {
    notice = readNotice(request.body);
  } catch {
    return { ok: false, reason: 'it is not a message of Amazon SNS' };
  }
  const { Type, TopicArn, Timestamp, SigningCertURL, MessageId } = notice;
  if (TopicArn !== topicArn) return { ok: false, reason: 'it comes from another SNS topic' };
  if (request.headers['x-amz-sns-message-type'] !== Type)
    return { ok: false, reason: 'its header names another type than it has' };
  const ageMs = request.receivedAt.getTime() - Date.parse(textOf(Timestamp) ?? '');
  if (!(ageMs < OLDEST_MS)) return { ok: false, reason: 'it is older than an hour' };
  const url = ofAmazon(SigningCertURL, /^\/[\w-]{1,200}\.pem$/);
  if (!url) return { ok: false, reason: 'its certificate is not from Amazon SNS' };
  const certificate = await readCertificate(url);
  if (!certificate) return { ok: false, reason: 'the certificate of Amazon SNS could not be read' };
  return fits(notice, certificate)
    ? { ok: true, key: textOf(MessageId) }
    : { ok: false, reason: 'its signature does not fit' };
}

/** Says yes to what Amazon asks once: whether messages of this topic are wanted here. @throws where it cannot be told */
export async function confirmSubscription(notice: Notice, signal: AbortSignal): Promise<void> {
  const url = ofAmazon(notice.SubscribeURL, /^\/$/);
  if (!url) throw new Error('the address for confirming is not of Amazon SNS');
  const { status } = await safeFetch({ method: 'GET', url: url.href, signal, timeoutMs: TIMEOUT_MS });
  if (status !== 200) throw new Error(`Amazon SNS answered ${status} to the confirmation`);
}

function ofAmazon(value: unknown, path: RegExp): URL | null {
  const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : null;
  if (url?.protocol !== 'https:' || url.port !== '' || url.username || url.password) return null;
  return HOST.test(url.hostname) && path.test(url.pathname) ? url : null;
}

/** Few: Amazon changes them once a year, one for each region. */
const MOST_CERTIFICATES = 20;
const certificates = new Map<string, X509Certificate>();

async function readCertificate({ href }: URL): Promise<X509Certificate | null> {
  const known = certificates.get(href);
  if (known) return isOfNow(known) ? known : null;
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const { status, text } = await safeFetch({ method: 'GET', url: href, signal, timeoutMs: TIMEOUT_MS });
    const certificate = status === 200 ? new X509Certificate(text) : null;
    if (!certificate || !isOfNow(certificate)) return null;
    if (certificates.size >= MOST_CERTIFICATES) certificates.clear();
    certificates.set(href, certificate);
    return certificate;
  } catch {
    return null;
  }
}

function isOfNow({ validFrom, validTo }: X509Certificate): boolean {
  return Date.parse(validFrom) <= Date.now() && Date.now() < Date.parse(validTo);
}

const SIGNED = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: [
    'Message',
    'MessageId',
    'SubscribeURL',
    'Timestamp',
    'Token',
    'TopicArn',
    'Type',
  ],
  UnsubscribeConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
};

/** Names and values, each ended by a line feed: https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message-verify-message-signature.html */
function fits(notice: Notice, { publicKey }: X509Certificate): boolean {
  const algorithm = { 1: 'RSA-SHA1', 2: 'RSA-SHA256' }[String(notice.SignatureVersion)];
  if (!algorithm || typeof notice.Signature !== 'string') return false;
  const signed = SIGNED[notice.Type]
    .filter((name) => typeof notice[name] === 'string')
    .map((name) => `${name}\n${notice[name]}\n`)
    .join('');
  return createVerify(algorithm).update(signed).verify(publicKey, notice.Signature, 'base64');
}
