import type { AiKindName } from '@/lib/ai/call/kinds';
import type { ApiAnswer } from '../api-server';

type Body = { status: number; body: unknown; headers?: Record<string, string> };

const openai = (status: number, code: string, message: string, type = code): Body => ({
  status,
  body: { error: { message, type, param: null, code } },
});
const anthropic = (status: number, type: string, message: string, details?: object): Body => ({
  status,
  body: { type: 'error', error: { type, message, ...(details && { details }) }, request_id: 'req_1' },
});
const google = (status: number, name: string, message: string, details: object[] = []): Body => ({
  status,
  body: { error: { code: status, message, status: name, details } },
});

type Shape = 'openai' | 'anthropic' | 'google' | 'plain' | 'detail';
const SHAPES: Partial<Record<AiKindName, Shape>> = {
  anthropic: 'anthropic',
  google: 'google',
  cohere: 'plain',
  mistral: 'detail',
};

/** Part of the key comes back in the words, as OpenAI does it. */
const INCORRECT = 'Incorrect API key provided: sk-can*****alue. You can find your API key in your account.';

/** Errors as each service writes them, by what the model of a test is called. Sources: the services' pages about errors, July 2026. */
const ERRORS: Record<string, Record<Shape, Body>> = {
  'bad-key': {
    openai: openai(401, 'invalid_api_key', INCORRECT),
    anthropic: anthropic(401, 'authentication_error', 'invalid x-api-key'),
    google: google(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.', [
      { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_INVALID' },
    ]),
    plain: { status: 401, body: { id: 'e1', message: 'invalid api token' } },
    detail: { status: 401, body: { detail: 'Unauthorized' } },
  },
  quota: {
    openai: openai(429, 'insufficient_quota', 'You exceeded your current quota, please check your plan.'),
    // Without retry-after, and called a rate limit.
    anthropic: anthropic(429, 'rate_limit_error', 'Your organization has reached its spend limit.', {
      error_code: 'enforced_spend_limit_reached',
    }),
    google: google(429, 'RESOURCE_EXHAUSTED', 'You exceeded your current quota, limit: 0', [
      {
        '@type': 'type.googleapis.com/google.rpc.QuotaFailure',
        violations: [{ quotaId: 'GenerateRequestsPerDayPerProjectPerModel-FreeTier' }],
      },
    ]),
    plain: { status: 402, body: { message: 'You have no credits left.' } },
    detail: { status: 402, body: { detail: 'Payment required' } },
  },
  throttled: {
    openai: { ...openai(429, 'rate_limit_exceeded', 'Rate limit reached'), headers: { 'retry-after': '7' } },
    anthropic: {
      ...anthropic(429, 'rate_limit_error', 'This request would exceed your rate limit'),
      headers: { 'retry-after': '7' },
    },
    google: google(429, 'RESOURCE_EXHAUSTED', 'Resource has been exhausted', [
      { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '7s' },
    ]),
    plain: { status: 429, body: { message: 'You are past the per minute request limit' } },
    detail: { status: 429, body: { message: 'Requests rate limit exceeded' } },
  },
  overloaded: {
    openai: openai(503, 'server_is_overloaded', 'The server is overloaded'),
    anthropic: anthropic(529, 'overloaded_error', 'Overloaded'),
    google: google(503, 'UNAVAILABLE', 'The model is overloaded. Please try again later.'),
    plain: { status: 503, body: { message: 'service unavailable' } },
    detail: { status: 503, body: { message: 'Service unavailable' } },
  },
  gone: {
    openai: openai(404, 'model_not_found', 'The model `gone` does not exist', 'invalid_request_error'),
    anthropic: anthropic(404, 'not_found_error', 'model: gone'),
    google: google(404, 'NOT_FOUND', 'models/gone is not found for API version v1beta'),
    plain: { status: 404, body: { message: "model 'gone' not found" } },
    detail: { status: 404, body: { message: 'model gone does not exist' } },
  },
  'too-long': {
    openai: openai(400, 'context_length_exceeded', 'Your input exceeds the context window'),
    anthropic: anthropic(413, 'request_too_large', 'Request exceeds the maximum size'),
    google: google(400, 'INVALID_ARGUMENT', 'The input token count exceeds the maximum'),
    plain: { status: 400, body: { message: 'too many tokens' } },
    detail: { status: 422, body: { detail: [{ msg: 'too long' }] } },
  },
};

/** Where one departs from the others: as people report it (coze-dev/coze-studio #293, continuedev/continue #10758). */
const OWN: Partial<Record<AiKindName, Record<string, Body>>> = {
  deepseek: { gone: openai(400, 'invalid_request_error', 'Model Not Exist') },
  mistral: { gone: { status: 400, body: { message: 'Invalid model: gone', type: 'invalid_model' } } },
  compatible: {
    gone: { status: 400, body: { error: { message: 'gone is not a valid model ID', code: 400 } } },
  },
};

/** What no service wrote: something between, or nobody at all. */
const OTHERS: Record<string, ApiAnswer> = {
  'html-502': {
    status: 502,
    body: '<html><h1>502 Bad Gateway</h1></html>',
    headers: { 'content-type': 'text/html' },
  },
  redirect: { status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data/' } },
  huge: { status: 200, body: `"${'a'.repeat(2 * 1024 * 1024)}"` },
  hang: 'silent',
  drop: 'drop',
  nonsense: { status: 200, body: 'I am a teapot' },
};

export const PLAYS = [...Object.keys(ERRORS), ...Object.keys(OTHERS)];

/** Undefined: a model of that name answers. */
export function playOf(kind: AiKindName, model: string): ApiAnswer | undefined {
  return OWN[kind]?.[model] ?? ERRORS[model]?.[SHAPES[kind] ?? 'openai'] ?? OTHERS[model];
}
