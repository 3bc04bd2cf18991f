import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto';
import type { ApiAnswer, ApiCallSeen } from './api-server';

/** What a service has of webhooks, by its own names; written after the pages that each adapter's `hooks.ts` cites. */
export type Held = Record<string, unknown>[];

export type HookPlay = {
  settings: (endpoint: string) => Record<string, unknown>;
  secrets: Record<string, string>;
  /** Throws for what the service would not understand. */
  answer: (call: ApiCallSeen, held: Held) => ApiAnswer;
  /** One that somebody else has there, and stays as it is. */
  others: () => Record<string, unknown>;
  urlsOf: (hook: Record<string, unknown>) => string[];
};

const OTHERS = 'https://others.example.com/events';

export const PLAIN_KEY = 'planted-key-of-a-hook-test';
const bearer = (call: ApiCallSeen) => call.headers.authorization === `Bearer ${PLAIN_KEY}`;
const json = <T>(call: ApiCallSeen): T => {
  demand(call.headers['content-type'] === 'application/json', 'a body of JSON');
  return JSON.parse(call.body.toString()) as T;
};
const pathOf = ({ path }: ApiCallSeen) => path.split('?')[0]!;
const ok = (body: unknown, status = 200): ApiAnswer => ({ status, body });

function demand(is: boolean, what: string): void {
  if (!is) throw new Error(`the service asks for ${what}`);
}

const SENDGRID = '/v3/user/webhooks/event/settings';
const sendgrid: HookPlay = {
  settings: (endpoint) => ({ endpoint }),
  secrets: { apiKey: PLAIN_KEY },
  others: () => ({ id: randomUUID(), url: OTHERS, enabled: true, delivered: true }),
  urlsOf: ({ url }) => [String(url)],
  answer(call, held) {
    if (!bearer(call)) return ok({ errors: [{ message: 'authorization required', field: null }] }, 401);
    const path = pathOf(call);
    if (call.method === 'GET' && path === `${SENDGRID}/all`)
      return ok({ max_allowed: 5, webhooks: held.length > 0 ? held : [{}] });
    if (call.method === 'POST' && path === SENDGRID) {
      const asked = json<Record<string, unknown>>(call);
      if (held.some(({ url }) => url === asked.url))
        return ok({ errors: [{ message: `Webhook at '${asked.url}' already exists.` }] }, 400);
      if (held.length >= 5)
        return ok(
          {
            errors: [
              { message: 'You have reached the maximum number of webhooks per your current billing plan.' },
            ],
          },
          400,
        );
      const made = { ...asked, id: randomUUID() };
      held.push(made);
      return ok(made, 201);
    }
    demand(call.method === 'PATCH', 'a change');
    const id = path.split('/').at(-1);
    const hook = held.find((one) => one.id === id);
    if (!hook) return ok({ errors: [{ message: 'Invalid id provided.' }] }, 404);
    if (!path.startsWith(`${SENDGRID}/signed/`)) return ok(Object.assign(hook, json(call)));
    demand(json<{ enabled: boolean }>(call).enabled, 'the signature to be switched on');
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    hook.public_key = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    return ok({ id, public_key: hook.public_key });
  },
};

export const MAILGUN_SIGNING_KEY = 'signing-key-of-the-account-0123456789';
const mailgun: HookPlay = {
  settings: (endpoint) => ({ endpoint, domain: 'mg.example.com' }),
  secrets: { apiKey: PLAIN_KEY },
  others: () => ({ id: 'delivered', urls: [OTHERS] }),
  urlsOf: ({ urls }) => urls as string[],
  answer(call, held) {
    const given = Buffer.from(call.headers.authorization?.replace(/^Basic /, '') ?? '', 'base64').toString();
    if (given !== `api:${PLAIN_KEY}`) return { status: 401, body: 'Forbidden' };
    const path = pathOf(call);
    if (path === '/v5/accounts/http_signing_key')
      return ok({ message: 'success', http_signing_key: MAILGUN_SIGNING_KEY });
    const own = '/v3/domains/mg.example.com/webhooks';
    if (call.method === 'GET' && path === own)
      return ok({ webhooks: Object.fromEntries(held.map(({ id, urls }) => [id, { urls }])) });
    demand(/^multipart\/form-data; boundary=/.test(call.headers['content-type'] ?? ''), 'a form');
    const all = (name: string) =>
      [...call.body.toString().matchAll(new RegExp(`name="${name}"\\r\\n\\r\\n([^\\r]*)`, 'g'))].map(
        ([, value]) => value!,
      );
    const urls = all('url');
    if (urls.length > 3) return ok({ message: 'Maximum 3 urls' }, 400);
    if (call.method === 'POST' && path === own) {
      const [id] = all('id');
      if (held.some((one) => one.id === id)) return ok({ message: 'Webhook already exists' }, 400);
      held.push({ id, urls });
      return ok({ message: 'Webhook has been created', webhook: { urls } });
    }
    demand(call.method === 'PUT', 'a change');
    const hook = held.find(({ id }) => path === `${own}/${id}`);
    if (!hook) return ok({ message: 'Webhook not found' }, 404);
    hook.urls = urls;
    return ok({ message: 'Webhook has been updated', webhook: { urls } });
  },
};

const postmark: HookPlay = {
  settings: (endpoint) => ({ endpoint }),
  secrets: { apiKey: PLAIN_KEY },
  others: () => ({ ID: 7, Url: OTHERS, MessageStream: 'outbound', Triggers: { Bounce: { Enabled: true } } }),
  urlsOf: ({ Url }) => [String(Url)],
  answer(call, held) {
    if (call.headers['x-postmark-server-token'] !== PLAIN_KEY)
      return ok({ ErrorCode: 10, Message: 'The Server Token you provided is invalid.' }, 401);
    if (call.method === 'GET' && call.path === '/webhooks?MessageStream=outbound')
      return ok({ Webhooks: held });
    const asked = json<Record<string, unknown>>(call);
    const { Password } = (asked.HttpAuth ?? {}) as { Password?: string };
    demand((Password?.length ?? 0) >= 16, 'a password that nobody guesses');
    if (call.method === 'POST' && call.path === '/webhooks') {
      const made = { ...asked, ID: 1000 + held.length };
      held.push(made);
      return ok(made);
    }
    demand(call.method === 'PUT', 'a change');
    const hook = held.find(({ ID }) => call.path === `/webhooks/${ID}`);
    if (!hook) return ok({ ErrorCode: 1, Message: 'not found' }, 422);
    return ok(Object.assign(hook, asked));
  },
};

const resend: HookPlay = {
  settings: (endpoint) => ({ endpoint }),
  secrets: { apiKey: PLAIN_KEY },
  others: () => ({ id: randomUUID(), endpoint: OTHERS, status: 'enabled', events: ['contact.created'] }),
  urlsOf: ({ endpoint }) => [String(endpoint)],
  answer(call, held) {
    if (!bearer(call))
      return ok({ statusCode: 401, name: 'restricted_api_key', message: 'This API key is restricted' }, 401);
    const path = pathOf(call);
    if (call.method === 'GET' && path === '/webhooks')
      return ok({
        object: 'list',
        has_more: false,
        data: held.map(({ signing_secret: _, ...one }) => one),
      });
    if (call.method === 'POST' && path === '/webhooks') {
      const made = {
        ...json<object>(call),
        id: randomUUID(),
        status: 'enabled',
        signing_secret: `whsec_${randomBytes(24).toString('base64')}`,
      };
      held.push(made);
      return ok({ object: 'webhook', id: made.id, signing_secret: made.signing_secret }, 201);
    }
    const hook = held.find(({ id }) => path === `/webhooks/${id}`);
    if (!hook) return ok({ statusCode: 404, name: 'not_found', message: 'Webhook not found' }, 404);
    if (call.method === 'GET') return ok({ object: 'webhook', ...hook });
    demand(call.method === 'PATCH', 'a change');
    Object.assign(hook, json(call));
    return ok({ object: 'webhook', id: hook.id });
  },
};

const brevo: HookPlay = {
  settings: (endpoint) => ({ endpoint }),
  secrets: { apiKey: PLAIN_KEY },
  others: () => ({ id: 5, url: OTHERS, type: 'transactional', events: ['delivered'] }),
  urlsOf: ({ url }) => [String(url)],
  answer(call, held) {
    if (call.headers['api-key'] !== PLAIN_KEY)
      return ok({ code: 'unauthorized', message: 'Key not found' }, 401);
    if (call.method === 'GET' && call.path === '/v3/webhooks?type=transactional')
      return held.length > 0
        ? ok({ webhooks: held })
        : ok({ code: 'document_not_found', message: 'Webhook not found' }, 404);
    const asked = json<{ auth?: { type: string; token: string } }>(call);
    demand(asked.auth?.type === 'bearer' && asked.auth.token.length >= 16, 'a token that nobody guesses');
    if (call.method === 'POST' && call.path === '/v3/webhooks') {
      const made = { ...asked, id: 1000 + held.length };
      held.push(made);
      return ok({ id: made.id }, 201);
    }
    demand(call.method === 'PUT', 'a change');
    const hook = held.find(({ id }) => call.path === `/v3/webhooks/${id}`);
    if (!hook) return ok({ code: 'document_not_found', message: 'Webhook not found' }, 404);
    Object.assign(hook, asked);
    return { status: 204 };
  },
};

export const HOOK_PLAYS = { sendgrid, mailgun, postmark, resend, brevo };
export type HookKind = keyof typeof HOOK_PLAYS;
