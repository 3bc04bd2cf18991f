import { encodeWord } from 'nodemailer/lib/mime-funcs';
import { z } from 'zod';
import { asGiven } from '@/lib/channels/email/header-text';
import type { Address, OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import { sha256 } from '@/lib/crypto/compare';
import type { OutboundReply } from '@/lib/outbound/safe-fetch';
import type { Adapter, ProviderConfig, TestOptions } from '../../adapter';
import type { ApiCall } from '../../api/call';
import { asText, asWords, readJson } from '../../api/json';
import { findVerdict } from '../../api/rules';
import { apiKey, baseUrl, endpoint, timeoutMs } from '../../api/settings';
import { type Check, TestFailure, testByApi } from '../../api/test';
import { toPairs } from '../api/labels';
import { addressees, toMailbox } from '../api/recipients';
import { sendByApi } from '../api/send';
import { QUOTAS, withQuota } from '../quotas';
import { RESEND_CARRIES, RESEND_LABELS } from './carries';
import { resendDomains } from './domains';
import { events } from './events';
import { resendHooks } from './hooks';
import { resendKeys } from './keys';
import { REFUSALS } from './refusals';

/** Resend: https://resend.com/docs/api-reference/emails/send-email */
const Settings = z.strictObject({ endpoint, timeoutMs });
type Settings = z.infer<typeof Settings>;

const Secrets = z.strictObject({ apiKey: apiKey.optional(), webhookToken: apiKey.optional() });
type Secrets = { apiKey: string; webhookToken: string };
type Config = ProviderConfig<Settings, Secrets>;

const OWN_ENDPOINT = 'https://api.resend.com';

export const resend: Adapter<Settings, Secrets> = {
  kind: 'resend',
  channel: 'email',
  label: 'Resend',
  settings: Settings,
  secrets: Secrets,
  targets: { apiKey: { endpoint: OWN_ENDPOINT } },
  presets: {
    resend: withQuota({ label: 'Resend', settings: {}, help: 'https://resend.com/api-keys' }, QUOTAS.resend),
  },
  // As many as the rate lets begin in a second.
  concurrency: () => 5,
  // Of a team, unless Resend raised it; it was 2 before.
  rate: {
    perSecond: 5,
    source: { url: 'https://resend.com/docs/api-reference/rate-limit', checked: '2026-11-30' },
  },
  carries: RESEND_CARRIES,
  send,
  test: (config, options) =>
    testByApi([maySend(config, options)], options, (message) => send(config, message, options.signal)),
  events,
  keys: resendKeys(reach),
  hooks: resendHooks(reach),
  domains: resendDomains(reach),
  close: async () => undefined,
};

function send(config: Config, message: OutgoingMessage, signal: AbortSignal) {
  return sendByApi(message, (part) => toCall(config, part), signal);
}

function toCall(config: Config, part: OutgoingMessage): ApiCall {
  return {
    method: 'POST',
    url: `${baseUrl(config.settings.endpoint, OWN_ENDPOINT)}/emails`,
    headers: {
      ...authorization(config),
      'content-type': 'application/json',
      'idempotency-key': idempotencyKey(part),
    },
    body: JSON.stringify(toRequest(part)),
    timeoutMs: config.settings.timeoutMs,
    messageId: ({ text }) => asText(readJson<{ id: string }>(text).id),
    explain,
    classify: (reply) => findVerdict(REFUSALS, reply, explain(reply)),
  };
}

/** The same for every try of the same people: for 24 hours Resend sends a repeat of an uncertain one only once. */
function idempotencyKey({ id, resendCount, recipients }: OutgoingMessage): string {
  return `${id}/${resendCount}/${sha256(recipients.toSorted().join('\n')).toString('hex').slice(0, 32)}`;
}

function toRequest(message: OutgoingMessage) {
  const { to, cc, bcc } = addressees(message);
  return {
    from: NEEDS_QUOTES.test(message.from.name ?? '') ? toMailbox(message.from) : toPlain(message.from),
    to: to.map(toPerson),
    ...(cc.length > 0 && { cc: cc.map(toPerson) }),
    ...(bcc.length > 0 && { bcc: bcc.map(toPerson) }),
    ...(message.replyTo.length > 0 && { reply_to: message.replyTo.map(toPerson) }),
    subject: asGiven(message.subject),
    html: message.html,
    // Left out, Resend makes it of the HTML, which is for Relevo's own setting to say; "" keeps it out.
    text: message.text ?? '',
    headers: { ...message.headers, 'Message-ID': message.messageIdHeader },
    ...(message.attachments.length > 0 && {
      attachments: message.attachments.map(({ filename, content, contentType, typeGuessed, contentId }) => ({
        filename,
        content: content.toString('base64'),
        // Left out, Resend tells it from the name.
        ...(!typeGuessed && { content_type: contentType }),
        ...(contentId && { content_id: contentId }),
      })),
    }),
    tags: toPairs(message, RESEND_LABELS).map(([name, value]) => ({ name, value })),
  };
}

const NEEDS_QUOTES = /[,;:<>()@[\]"\\]|=\?/;

/** Resend documents `Name <a@b.c>` and was seen to refuse quoted names; an encoded word it takes, but not in `from`. */
function toPerson(address: Address): string {
  return NEEDS_QUOTES.test(address.name ?? '')
    ? toPlain({ ...address, name: encodeWord(address.name ?? '', 'B', 52) })
    : toPlain(address);
}

function toPlain({ email, name }: Address): string {
  return name ? `${name} <${email}>` : email;
}

type ErrorBody = { name: string; message: string };

function explain({ text }: OutboundReply) {
  const { name, message } = readJson<ErrorBody>(text);
  return { code: asText(name), text: asWords([message], text) };
}

type Domains = { data: { name: string; status: string }[] };

/** Lists the domains; a key that may only send is refused that, which proves it all the same. */
function maySend(config: Config, { message }: TestOptions): Check {
  return {
    name: 'auth',
    request: {
      method: 'GET',
      url: `${baseUrl(config.settings.endpoint, OWN_ENDPOINT)}/domains`,
      headers: authorization(config),
    },
    passes: (reply) => reply.status === 200 || isSendingKey(reply),
    detail: (reply) => {
      if (isSendingKey(reply)) return 'a key that may only send; the domains are not visible to it';
      const { data = [] } = readJson<Domains>(reply.text);
      const verified = data
        .filter(({ status }) => /^(partially_)?verified$/.test(status))
        .map(({ name }) => name);
      const domain = message?.from.email.split('@')[1]?.toLowerCase();
      if (verified.length === 0) throw new TestFailure('sender', 'Resend has no verified domain yet');
      if (domain && !verified.includes(domain))
        throw new TestFailure(
          'sender',
          `${domain} is not verified at Resend; verified: ${verified.join(', ')}`,
        );
      return verified.join(', ');
    },
  };
}

function isSendingKey(reply: OutboundReply): boolean {
  return reply.status === 401 && explain(reply).code === 'restricted_api_key';
}

function reach(config: Config) {
  return { url: baseUrl(config.settings.endpoint, OWN_ENDPOINT), headers: authorization(config) };
}

function authorization({ secrets }: Config) {
  return { authorization: `Bearer ${secrets.apiKey ?? ''}` };
}
