import { z } from 'zod';
import { SmsSender } from '@/lib/channels/sms/schema';
import { flaw } from '@/lib/flaws';
import { matching, shortText } from '@/lib/validation';
import { apiKey, timeoutMs } from '../../api/settings';
import { unknownPlaceholders } from './fill';

const technical = { technical: true };

export const FORMATS = ['json', 'form', 'query', 'xml', 'text'] as const;
export const AUTHS = ['none', 'bearer', 'basic', 'header', 'query'] as const;
export const MEANINGS = [
  'recipient',
  'content',
  'account',
  'carry',
  'slow',
  'later',
  'quota',
  'unknown',
] as const;

const template = (max: number) =>
  shortText(max).refine((text) => unknownPlaceholders(text).length === 0, flaw('placeholder'));

const name = matching(/^[\w.-]{1,80}$/, flaw('letters_and_digits', { others: '. _ -' }));
/** `messages[0].status.id` */
const path = matching(
  /^[\w$-]{1,60}(\[\d{1,3}\])*(\.[\w$-]{1,60}(\[\d{1,3}\])*){0,9}$/,
  flaw('looks_like', { example: 'messages[0].id' }),
);

/** What a refusal of the gateway means: of those conditions that are given all must hold. */
export const Refusal = z.strictObject({
  status: z.number().int().min(100).max(599).optional(),
  path: path.optional(),
  /** What stands there; without it, that something does. */
  equals: shortText(200).optional(),
  /** Words of the answer, in any case. */
  says: shortText(200).optional(),
  means: z.enum(MEANINGS),
});
export type Refusal = z.infer<typeof Refusal>;

export const REPORTS = ['sent', 'delivered', 'nobody', 'failed'] as const;

/** What a gateway tells of a message it took, by a POST of JSON or of a form, or by a GET. */
const Receipts = z.strictObject({
  /** Its own id of the message; without it our `{{callbackUrl}}` names the message. */
  idPath: path.optional(),
  statePath: path,
  /** What its words mean, beside those that most gateways use. `nobody` has this number. */
  states: z
    .array(z.strictObject({ equals: shortText(100), means: z.enum(REPORTS) }))
    .max(50)
    .default([]),
  errorPath: path.optional(),
  /** What it wants to hear: some tell again until they do. */
  answer: shortText(200).optional(),
});
export type Receipts = z.infer<typeof Receipts>;

/** Where a text that somebody wrote to the number names them, and says what. */
const Answers = z.strictObject({ fromPath: path, textPath: path, idPath: path.optional() });

/** What is asked first where the key alone is not enough: it gives a token, which goes with every message. */
const Login = z.strictObject({
  endpoint: z.url({ protocol: /^https?$/ }).max(500),
  method: z.enum(['POST', 'GET']).default('POST'),
  format: z.enum(['json', 'form', 'query']).default('form'),
  /** Of names and texts. */
  template: template(2_000).default('{"grant_type":"client_credentials"}'),
  /** How the key goes to it. */
  auth: z.enum(['none', 'basic', 'bearer']).default('basic'),
  tokenPath: path.default('access_token'),
  /** Where it says for how many seconds the token is good, and for how many where it does not. */
  secondsPath: path.optional(),
  seconds: z.number().int().min(30).max(86_400).default(3_000),
});
export type Login = z.infer<typeof Login>;

/** How many messages or how much money are left. */
const Balance = z.strictObject({
  endpoint: z.url({ protocol: /^https?$/ }).max(500),
  path,
});
export type Balance = z.infer<typeof Balance>;

/**
 * A gateway that takes a text message by HTTP, described by data: a new one needs no code. `template` is what is sent: for `json` a document
 * whose texts are filled, for `form` and `query` one of names and texts, else the text itself.
 */
export const Settings = z
  .strictObject({
    endpoint: z.url({ protocol: /^https?$/ }).max(500),
    method: z.enum(['POST', 'GET', 'PUT']).default('POST'),
    format: z.enum(FORMATS).default('json'),
    template: template(8_000),
    auth: z.enum(AUTHS).default('bearer'),
    /** Of the header or of the part of the query that has the key. */
    authName: name.optional().meta(technical),
    username: shortText(200).optional(),
    sender: SmsSender.optional(),
    /** Where an answer says that it took the message, and what stands there then; status 2xx in any case. */
    successPath: path.optional().meta(technical),
    successValue: shortText(200).optional().meta(technical),
    /** Words of an answer that took it. */
    successText: shortText(200).optional().meta(technical),
    idPath: path.optional().meta(technical),
    refusals: z.array(Refusal).max(50).default([]).meta(technical),
    /** An answer 5xx means that nothing was sent: the operator says so. Else nobody knows. */
    failuresAreSafe: z.boolean().default(false).meta(technical),
    login: Login.optional().meta(technical),
    balance: Balance.optional().meta(technical),
    receipts: Receipts.optional().meta(technical),
    answers: Answers.optional().meta(technical),
    timeoutMs,
  })
  .superRefine((settings, context) => {
    const issue = (field: string, what: ReturnType<typeof flaw>) =>
      context.addIssue({ code: 'custom', path: [field], ...what });
    const { format, template: text, auth, authName, method, login } = settings;
    if (format !== 'xml' && format !== 'text') {
      const document = readDocument(text);
      const isFlat = Object.values(document ?? {}).every((value) => typeof value === 'string');
      if (!document) issue('template', flaw('not_json'));
      else if (format !== 'json' && !isFlat) issue('template', flaw('names_and_texts'));
    }
    if (!text.includes('{{text') || !text.includes('{{to'))
      issue('template', flaw('placeholders_needed', { to: '{{toDigits}}', text: '{{text}}' }));
    if (login && !isFlatDocument(login.template)) issue('login', flaw('names_and_texts'));
    if (method === 'GET' && format !== 'query') issue('format', flaw('query_needed'));
    if ((auth === 'header' || auth === 'query') && !authName) issue('authName', flaw('required'));
  });
export type Settings = z.infer<typeof Settings>;

export const Secrets = z.strictObject({
  /** Token, key or password. */
  apiKey: apiKey.optional(),
  /** What the gateway shows when it tells something. */
  webhookToken: z.string().min(16).max(1000).optional().meta(technical),
});
export type Secrets = { apiKey: string; webhookToken: string };

function isFlatDocument(text: string): boolean {
  const document = readDocument(text);
  return document !== undefined && Object.values(document).every((value) => typeof value === 'string');
}

/** An object, or nothing. */
export function readDocument(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
