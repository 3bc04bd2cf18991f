import { z } from 'zod';
import { asGiven } from '@/lib/channels/email/header-text';
import type { OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import { flaw } from '@/lib/flaws';
import type { OutboundReply } from '@/lib/outbound/safe-fetch';
import { matching } from '@/lib/validation';
import type { Adapter, ProviderConfig, Sought } from '../../adapter';
import type { ApiCall, Judgement } from '../../api/call';
import { asText, asWords, readJson } from '../../api/json';
import { findVerdict } from '../../api/rules';
import { apiKey, baseUrl, endpoint, timeoutMs } from '../../api/settings';
import { type Check, testByApi } from '../../api/test';
import { toPairs } from '../api/labels';
import { lookForMessage } from '../api/look-for-message';
import { addressees, addressesIn, toMailbox } from '../api/recipients';
import { sendByApi } from '../api/send';
import { fieldsOf, listOf, textOf, timeOf } from '../events/fields';
import { QUOTAS, withQuota } from '../quotas';
import { POSTMARK_CARRIES, POSTMARK_LABELS } from './carries';
import { postmarkDomains } from './domains';
import { events } from './events';
import { postmarkHooks } from './hooks';
import { postmarkLists } from './lists';
import { postmarkMailTemplates } from './mail-templates';
import { REFUSALS } from './refusals';

/** Postmark, by ActiveCampaign: https://postmarkapp.com/developer/api/email-api */
const Settings = z.strictObject({
  /** The stream's id in Postmark; empty for its default, "outbound". */
  messageStream: matching(/^[a-z0-9_-]{1,30}$/, flaw('message_stream'))
    .optional()
    .meta({ technical: true }),
  endpoint,
  timeoutMs,
});
type Settings = z.infer<typeof Settings>;

const Secrets = z.strictObject({
  /** Server API token. */
  apiKey: apiKey.optional(),
  webhookToken: apiKey.optional(),
  /** Of the whole account: its domains are asked for by it, and nothing is sent. */
  accountToken: apiKey.optional().meta({ technical: true }),
});
type Secrets = { apiKey: string; webhookToken: string; accountToken: string };
type Config = ProviderConfig<Settings, Secrets>;

const OWN_ENDPOINT = 'https://api.postmarkapp.com';

export const postmark: Adapter<Settings, Secrets> = {
  kind: 'postmark',
  channel: 'email',
  label: 'Postmark',
  settings: Settings,
  secrets: Secrets,
  targets: { apiKey: { endpoint: OWN_ENDPOINT }, accountToken: { endpoint: OWN_ENDPOINT } },
  presets: {
    postmark: withQuota(
      { label: 'Postmark', settings: {}, help: 'https://account.postmarkapp.com/servers' },
      QUOTAS.postmark,
    ),
  },
  carries: POSTMARK_CARRIES,
  concurrency: () => 10,
  send,
  test: (config, options) =>
    testByApi([knowsToken(config)], options, (message) => send(config, message, options.signal)),
  events,
  lookFor,
  // An account's token makes servers, each with a token of its own; a second one of a server is generated on its page.
  keysByHand: {
    url: 'https://postmarkapp.com/developer/user-guide/managing-your-account/managing-servers',
    checked: '2026-11-29',
  },
  hooks: postmarkHooks(reach),
  domains: postmarkDomains(reach),
  lists: postmarkLists(reach),
  mailTemplates: postmarkMailTemplates(reach),
  ownTemplates: {
    id: /^([1-9]\d{0,15}|[a-z][\w.-]{0,99})$/i,
    example: '1234567, welcome',
    subject: 'of_template',
  },
  close: async () => undefined,
};

function send(config: Config, message: OutgoingMessage, signal: AbortSignal) {
  return sendByApi(message, (part) => toCall(config, part), signal);
}

function toCall(config: Config, part: OutgoingMessage): ApiCall {
  return {
    method: 'POST',
    url: `${baseUrl(config.settings.endpoint, OWN_ENDPOINT)}/email${part.ownTemplate ? '/withTemplate' : ''}`,
    headers: { ...headers(config), 'content-type': 'application/json' },
    body: JSON.stringify(toRequest(config, part)),
    timeoutMs: config.settings.timeoutMs,
    messageId: ({ text }) => asText(readJson<Answer>(text).MessageID),
    explain,
    classify: (reply) => classify(reply, part),
    leftOut: (reply) => (INACTIVE.test(explain(reply).text) ? addressesIn(explain(reply).text, part) : []),
  };
}

function toRequest({ settings }: Config, message: OutgoingMessage) {
  const { to, cc, bcc } = addressees(message);
  const list = (addresses: typeof to) => addresses.map(toMailbox).join(', ') || undefined;
  return {
    From: toMailbox(message.from),
    To: list(to),
    Cc: list(cc),
    Bcc: list(bcc),
    ReplyTo: list(message.replyTo),
    ...whatItSays(message),
    Headers: Object.entries({
      ...message.headers,
      'Message-ID': message.messageIdHeader,
      // Without it Postmark writes a Message-ID of its own.
      'X-PM-KeepID': 'true',
    }).map(([Name, Value]) => ({ Name, Value })),
    Attachments: message.attachments.map(({ filename, content, contentType, contentId }) => ({
      Name: filename,
      Content: content.toString('base64'),
      ContentType: contentType,
      ...(contentId && { ContentID: `cid:${contentId}` }),
    })),
    Tag: message.tags[0],
    Metadata: Object.fromEntries(toPairs(message, POSTMARK_LABELS)),
    MessageStream: settings.messageStream,
  };
}

/**
 * By its number, or by the alias that somebody gave it: https://postmarkapp.com/developer/api/templates-api#email-with-template. A subject
 * beside it is refused (1123): https://github.com/swoosh/swoosh/pull/568
 */
function whatItSays({ ownTemplate, subject, html, text }: OutgoingMessage) {
  if (!ownTemplate) return { Subject: asGiven(subject), HtmlBody: html, TextBody: text };
  const { id, variables } = ownTemplate;
  return {
    ...(/^\d+$/.test(id) ? { TemplateId: Number(id) } : { TemplateAlias: id }),
    TemplateModel: variables,
  };
}

type Answer = { ErrorCode: number; Message: string; MessageID: string };

function explain({ text }: OutboundReply) {
  const { ErrorCode, Message } = readJson<Answer>(text);
  return { code: ErrorCode ? asText(ErrorCode) : undefined, text: asWords([Message], text) };
}

/**
 * "Found inactive addresses: a@b, c@d. Inactive recipients are …" stopped the message for all; so does one that says that all are, without a
 * list. "Message OK, but …" may come under the same number, and went to the others: https://rubydoc.info/gems/postmark/Postmark/InactiveRecipientError
 */
function classify(reply: OutboundReply, part: OutgoingMessage): Judgement | undefined {
  const { code, text } = explain(reply);
  if (reply.status === 200 && /^Message OK\b/i.test(text)) return undefined;
  const [, list = ''] = /inactive addresses:(.{0,4000})/is.exec(text) ?? [];
  const isOfOthers = code === '406' && list.includes('@') && addressesIn(list, part).length === 0;
  return isOfOthers ? { fault: 'provider', permanent: false } : findVerdict(REFUSALS, reply, { code, text });
}

/** "Message OK, but will not deliver to these inactive addresses: …": some got it, some did not. */
const INACTIVE = /inactive addresses:/i;

function knowsToken(config: Config): Check {
  return {
    name: 'auth',
    request: {
      method: 'GET',
      url: `${baseUrl(config.settings.endpoint, OWN_ENDPOINT)}/server`,
      headers: headers(config),
    },
    hide: (text) => text.replace(/("ApiTokens"\s*:\s*\[)[^\]]*/, '$1"••••"'),
    detail: ({ text }) => {
      const { Name = '', DeliveryType = '' } = readJson<{ Name: string; DeliveryType: string }>(text);
      return DeliveryType === 'Sandbox'
        ? `${Name}: a sandbox server, which delivers nothing`
        : [Name, DeliveryType].filter(Boolean).join(', ') || 'token accepted';
    },
  };
}

/** Its list of what it took; `fromdate` is of the American East: https://postmarkapp.com/developer/api/messages-api */
function lookFor(config: Config, sought: Sought, signal: AbortSignal) {
  const way = {
    url: (recipient: string) => {
      const query = new URLSearchParams({
        count: '50',
        offset: '0',
        recipient,
        fromdate: new Date(sought.since.getTime() - DAY_MS).toISOString().slice(0, 10),
        messagestream: config.settings.messageStream ?? 'outbound',
      });
      return `${baseUrl(config.settings.endpoint, OWN_ENDPOINT)}/messages/outbound?${query}`;
    },
    headers: headers(config),
    list: 'Messages',
    read: (entry: unknown) => {
      const { Metadata, MessageID, Recipients, ReceivedAt } = fieldsOf(entry);
      if (fieldsOf(Metadata).relevo_id !== sought.messageId) return null;
      const recipients = listOf(Recipients).flatMap((one) => textOf(one) ?? []);
      return { recipients, at: timeOf(ReceivedAt), theirId: textOf(MessageID) };
    },
  };
  return lookForMessage(sought, way, signal);
}

const DAY_MS = 86_400_000;

function reach(config: Config) {
  return { url: baseUrl(config.settings.endpoint, OWN_ENDPOINT), headers: headers(config) };
}

function headers({ secrets }: Config) {
  return { accept: 'application/json', 'x-postmark-server-token': secrets.apiKey ?? '' };
}
