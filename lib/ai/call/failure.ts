import { APICallError } from 'ai';
import { OutboundError } from '@/lib/outbound/outbound-error';
import { hideSecrets } from '@/lib/providers/keys/hide-secrets';
import type { AiFault } from './faults';

export type AiFailure = {
  fault: AiFault;
  status: number | null;
  /** In the words of the service, without secrets; shown to people, never matched. */
  reply: string;
  /** It asked to be left alone for so long. */
  waitMs: number | null;
};

const MOST_REPLY = 300;
/** What Mistral and Cohere leave unsaid. */
const WAIT_MS = 20_000;
const MOST_WAIT_MS = 60_000;

/** Codes by which services say that no money is left; their statuses say it of other things, too. */
const NO_MONEY =
  /insufficient_quota|credit_balance_exhausted|spend_limit|usage_limit_exceeded|billing_error|billing_hard_limit|PerDay|limit: 0\b/i;
const BAD_KEY = /API_KEY_INVALID|API key not valid|invalid_api_key|authentication_error/i;
const NO_MODEL =
  /model_not_found|not_found_error|invalid_model|models?[ /:].{0,80}(?:not found|does not exist|not exist\b)|not a valid model|DeploymentNotFound/i;
const FILTERED = /content_filter|content_policy/i;

/** What went wrong, from what the library threw: that itself holds the whole prompt and is neither kept nor logged. */
export function toFailure(error: unknown, apiKey: string | null): AiFailure {
  const outbound = findOutbound(error);
  if (outbound) return failure('network', null, outbound.message, apiKey);
  if (APICallError.isInstance(error)) return ofAnswer(error, apiKey);
  const { name = '' } = error as { name?: string };
  if (/Timeout|Abort/.test(name)) return failure('network', null, 'no answer in time', apiKey);
  return failure('output', null, 'the answer could not be read', apiKey);
}

function ofAnswer(error: APICallError, apiKey: string | null): AiFailure {
  const { statusCode: status = null, responseBody: body = '', responseHeaders: headers = {} } = error;
  if (status === null || (status >= 200 && status < 300))
    return failure('output', status, 'the answer could not be read', apiKey);
  return ofReply(status, body, headers, apiKey);
}

/** What an answer says that is no success. */
export function ofReply(
  status: number,
  body: string,
  headers: Record<string, string>,
  apiKey: string | null,
): AiFailure {
  const fault = faultOf(status, body);
  const told = failure(fault, status, wordsOf(body), apiKey);
  return { ...told, waitMs: fault === 'throttled' ? Math.min(waitOf(headers, body), MOST_WAIT_MS) : null };
}

function faultOf(status: number, body: string): AiFault {
  if (status === 402 || ((status === 429 || status === 400) && NO_MONEY.test(body))) return 'quota';
  if (status === 401 || status === 403 || (status === 400 && BAD_KEY.test(body))) return 'auth';
  if (status === 429) return 'throttled';
  if (status === 404) return NO_MODEL.test(body) ? 'gone' : 'network';
  // DeepSeek and Mistral say it so.
  if (status === 400 && NO_MODEL.test(body)) return 'gone';
  if (status === 400 && FILTERED.test(body)) return 'refused';
  if (status === 400 || status === 413 || status === 422) return 'request';
  return status >= 500 ? 'overload' : 'network';
}

function waitOf(headers: Record<string, string>, body: string): number {
  const ms = Number(headers['retry-after-ms']);
  if (ms > 0) return ms;
  const after = headers['retry-after'] ?? '';
  if (/^\d+(\.\d+)?$/.test(after)) return Number(after) * 1000;
  const date = Date.parse(after);
  if (date > Date.now()) return date - Date.now();
  // Google says it in the body.
  const delay = /"retryDelay"\s*:\s*"(\d+(?:\.\d+)?)s"/.exec(body);
  return delay ? Number(delay[1]) * 1000 : WAIT_MS;
}

/** Services wrap it each in their own way. */
function wordsOf(body: string): string {
  try {
    const { error, message, detail } = JSON.parse(body) as Record<string, unknown>;
    const inner = typeof error === 'object' && error ? (error as { message?: unknown }).message : error;
    const words = [inner, message, detail].find((each) => typeof each === 'string' && each !== '');
    return String(words ?? '');
  } catch {
    // A page of a gateway in front of it.
    return '';
  }
}

export function failure(
  fault: AiFault,
  status: number | null,
  words: string,
  apiKey: string | null,
): AiFailure {
  const reply = hideSecrets(words, { apiKey: apiKey ?? undefined })
    // Some repeat the ends of the key they were given.
    .replace(/\b[\w-]{2,12}\*{3,}[\w-]*/g, '••••')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST_REPLY)
    .toWellFormed();
  return { fault, status, reply, waitMs: null };
}

function findOutbound(error: unknown, depth = 0): OutboundError | undefined {
  if (error instanceof OutboundError) return error;
  if (depth > 4 || typeof error !== 'object' || error === null) return undefined;
  return findOutbound((error as { cause?: unknown }).cause, depth + 1);
}
