import { createHash } from 'node:crypto';
import { z } from 'zod';
import { asGiven, nameForApi } from '@/lib/channels/email/header-text';
import { htmlOf } from '@/lib/channels/email/html-of';
import type { Address, OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import { withoutPlaceholders } from '@/lib/channels/email/placeholders';
import type { OutboundReply } from '@/lib/outbound/safe-fetch';
import type { Adapter, ProviderConfig } from '../../adapter';
import type { ApiCall } from '../../api/call';
import { asText, asWords, readJson } from '../../api/json';
import { findVerdict } from '../../api/rules';
import { apiKey, baseUrl, endpoint, timeoutMs } from '../../api/settings';
import { type Check, TestFailure, testByApi } from '../../api/test';
import { toPairs } from '../api/labels';
import { addressees } from '../api/recipients';
import { sendByApi } from '../api/send';
import { QUOTAS, withQuota } from '../quotas';
import { BREVO_CARRIES, BREVO_LABELS } from './carries';
import { brevoDomains } from './domains';
import { events } from './events';
import { brevoHooks } from './hooks';
import { brevoLists } from './lists';
import { brevoMailTemplates } from './mail-templates';
import { REFUSALS } from './refusals';

/** Brevo, API v3: https://developers.brevo.com/reference/sendtransacemail */
const Settings = z.strictObject({ endpoint, timeoutMs });
const Secrets = z.strictObject({
  apiKey: apiKey.optional(),
  /** What Brevo's webhooks show as their bearer token: they are not signed. */
  webhookToken: z.string().min(16).max(1000).optional().meta({ technical: true }),
});
type Settings = z.infer<typeof Settings>;
type Secrets = { apiKey: string; webhookToken: string };
type Config = ProviderConfig<Settings, Secrets>;

const OWN_ENDPOINT = 'https://api.brevo.com';

export const brevo: Adapter<Settings, Secrets> = {
  kind: 'brevo',
  channel: 'email',
  label: 'Brevo',
  settings: Settings,
  secrets: Secrets,
  targets: { apiKey: { endpoint: OWN_ENDPOINT } },
  presets: {
    brevo: withQuota(
      { label: 'Brevo', settings: {}, help: 'https://app.brevo.com/settings/keys/api' },
      QUOTAS.brevo,
    ),
  },
  carries: BREVO_CARRIES,
  concurrency: () => 10,
  rate: {
    perSecond: 1000,
    source: { url: 'https://developers.brevo.com/docs/api-limits', checked: '2026-11-30' },
  },
  send,
  test: (config, options) =>
    testByApi([checkAccount(config)], options, (message) => send(config, message, options.signal)),
  events,
  // Made in the panel alone, with a code sent to the person.
  keysByHand: {
    url: 'https://help.brevo.com/hc/en-us/articles/40159485019794-Create-and-manage-your-API-keys',
    checked: '2026-11-29',
  },
  hooks: brevoHooks(reach),
  domains: brevoDomains(reach),
  lists: brevoLists(reach),
  mailTemplates: brevoMailTemplates(reach),
  ownTemplates: { id: /^[1-9]\d{0,15}$/, example: '12', subject: 'optional' },
  close: async () => undefined,
};

function send(config: Config, message: OutgoingMessage, signal: AbortSignal) {
  return sendByApi(message, (part) => toCall(config, part), signal);
}

function toCall(config: Config, part: OutgoingMessage): ApiCall {
  return {
    method: 'POST',
    url: `${base(config)}/v3/smtp/email`,
    headers: { ...authorization(config), 'content-type': 'application/json' },
    body: JSON.stringify(toRequest(part)),
    timeoutMs: config.settings.timeoutMs,
    messageId: ({ text }) => asText(readJson<{ messageId: string }>(text).messageId),
    explain,
    classify: (reply) => findVerdict(REFUSALS, reply, explain(reply)),
  };
}

/** Brevo writes the Message-ID itself and tells it in its answer; standard headers are not taken. */
function toRequest(message: OutgoingMessage) {
  const { to, cc, bcc } = addressees(message);
  const [replyTo] = message.replyTo;
  return {
    sender: toAddress(message.from),
    to: to.map(toAddress),
    ...(cc.length > 0 && { cc: cc.map(toAddress) }),
    ...(bcc.length > 0 && { bcc: bcc.map(toAddress) }),
    ...(replyTo && { replyTo: toAddress(replyTo) }),
    ...(message.tags.length > 0 && { tags: message.tags }),
    ...whatItSays(message),
    headers: {
      ...message.headers,
      // One text, which comes back with every event: https://developers.brevo.com/docs/transactional-webhooks
      'X-Mailin-custom': JSON.stringify(Object.fromEntries(toPairs(message, BREVO_LABELS))),
      // Its reference named it so first, and then otherwise.
      idempotencyKey: idempotencyKey(message),
      'Idempotency-Key': idempotencyKey(message),
    },
    ...(message.attachments.length > 0 && {
      attachment: message.attachments.map(({ filename, content }) => ({
        name: filename,
        content: content.toString('base64'),
      })),
    }),
  };
}

function whatItSays({ ownTemplate, subject, html, text }: OutgoingMessage) {
  // A subject here overrides that of the template: https://github.com/symfony/sendinblue-mailer/pull/2
  if (ownTemplate)
    return {
      templateId: Number(ownTemplate.id),
      ...(subject && { subject: asGiven(subject) }),
      // "params is blank": https://github.com/sendinblue/APIv3-nodejs-library/issues/103
      ...(Object.keys(ownTemplate.variables).length > 0 && { params: ownTemplate.variables }),
    };
  return {
    subject: asGiven(subject),
    // "Required when templateId is not provided"; without it such a message is refused.
    htmlContent: withoutPlaceholders(html ?? htmlOf(text ?? '')),
    ...(text && { textContent: text }),
  };
}

/** Brevo remembers it for 30 minutes. Other recipients, or a person who sends it again, are another request. */
function idempotencyKey({ id, resendCount, recipients }: OutgoingMessage): string {
  const hash = createHash('sha256')
    .update([id, resendCount, ...recipients.toSorted()].join('\n'))
    .digest('hex');
  // A UUID of version 8 (RFC 9562): our own bits in its frame.
  return hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5');
}

function toAddress({ email, name }: Address) {
  return name ? { email, name: nameForApi(name) } : { email };
}

function explain({ text }: OutboundReply) {
  const { code, message } = readJson<{ code: string; message: string }>(text);
  return { code: asText(code), text: asWords([code, message], text) };
}

type Plan = { type?: string; creditsType?: string; credits?: number };

/** The account behind the key, and what is left of its plan. */
function checkAccount(config: Config): Check {
  return {
    name: 'auth',
    request: { method: 'GET', url: `${base(config)}/v3/account`, headers: authorization(config) },
    cause: (reply) => {
      const { code } = explain(reply);
      if (code === 'account_under_validation') return 'blocked';
      if (code === 'not_enough_credits') return 'quota';
      return code === 'permission_denied' ? 'permission' : undefined;
    },
    detail: ({ text }) => describePlans(readJson<{ plan: Plan[] }>(text).plan),
  };
}

function describePlans(plans: Plan[] | undefined): string {
  if (!Array.isArray(plans)) throw new TestFailure('protocol', 'The answer is not that of Brevo');
  const forMail = plans.filter(({ type }) => type !== 'sms');
  const counted = forMail.filter(({ credits }) => typeof credits === 'number');
  if (counted.length > 0 && counted.every(({ credits = 0 }) => credits <= 0))
    throw new TestFailure('quota', 'No credits are left on this Brevo account');
  const told = forMail.map(({ type, credits }) =>
    credits === undefined ? `plan ${type}` : `plan ${type}: ${credits} credits left`,
  );
  return told.join(', ') || 'no plan for email';
}

function reach(config: Config) {
  return { url: base(config), headers: authorization(config) };
}

function authorization({ secrets }: Config) {
  return { 'api-key': secrets.apiKey ?? '', accept: 'application/json' };
}

function base({ settings }: Config): string {
  return baseUrl(settings.endpoint, OWN_ENDPOINT);
}
