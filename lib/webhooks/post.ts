import { OutboundError } from '@/lib/outbound/outbound-error';
import { safeFetch } from '@/lib/outbound/safe-fetch';
import { readRetryAfter } from './retries';
import { sign } from './sign';

/** A receiver does its work afterwards; whoever takes longer is asked again. */
const TIMEOUT_MS = 15_000;
export const KEPT_BYTES = 4096;

export type Posting = { id: string; url: string; payload: string; secrets: string[] };
export type Posted = {
  ok: boolean;
  at: Date;
  ms: number;
  status: number | null;
  /** Why there is no answer. */
  cause: string | null;
  reply: string | null;
  retryAfterMs: number | null;
};

/** One try by Standard Webhooks: only 2xx is a yes; a redirect is not followed. */
export async function post({ id, url, payload, secrets }: Posting, signal: AbortSignal): Promise<Posted> {
  const at = new Date();
  const timestamp = Math.floor(at.getTime() / 1000);
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Relevo-Webhooks',
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': sign({ id, timestamp, body: payload }, secrets),
  };
  const began = performance.now();
  const ms = () => Math.round(performance.now() - began);
  try {
    const asked = { method: 'POST' as const, url, headers, body: payload };
    const reply = await safeFetch({ ...asked, timeoutMs: TIMEOUT_MS, keepBytes: KEPT_BYTES, signal });
    const { status } = reply;
    return {
      ok: status >= 200 && status < 300,
      at,
      ms: ms(),
      status,
      cause: null,
      reply: readable(reply.text),
      retryAfterMs: readRetryAfter(reply.headers['retry-after']),
    };
  } catch (error) {
    // What a URL is that was good when it was saved does not change; what was thrown for another reason is a bug.
    if (!(error instanceof OutboundError)) throw error;
    return { ok: false, at, ms: ms(), status: null, cause: error.reason, reply: null, retryAfterMs: null };
  }
}

/** Not sent: there is no secret to sign it with. */
export function unsigned(): Posted {
  return {
    ok: false,
    at: new Date(),
    ms: 0,
    status: null,
    cause: 'key_missing',
    reply: null,
    retryAfterMs: null,
  };
}

/** What PostgreSQL can store of it. */
function readable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '�');
}
