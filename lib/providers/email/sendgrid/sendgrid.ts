import { z } from 'zod';
import { asGiven } from '@/lib/channels/email/header-text';
import { isInvitation, methodOf } from '@/lib/channels/email/invitation';
import type { Address, OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import type { OutgoingAttachment } from '@/lib/channels/outgoing';
import type { OutboundReply } from '@/lib/outbound/safe-fetch';
import type { Adapter, ProviderConfig, Sought } from '../../adapter';
import type { ApiCall } from '../../api/call';
import { asText, asWords, readJson } from '../../api/json';
import { findVerdict } from '../../api/rules';
import { apiKey, baseUrl, endpoint, timeoutMs } from '../../api/settings';
import { TestFailure, testByApi } from '../../api/test';
import { toPairs } from '../api/labels';
import { lookForMessage } from '../api/look-for-message';
import { type Addressees, addressees, eachOnce } from '../api/recipients';
import { sendByApi } from '../api/send';
import { fieldsOf, textOf, timeOf } from '../events/fields';
import { QUOTAS, withQuota } from '../quotas';
import { SENDGRID_CARRIES, SENDGRID_LABELS } from './carries';
import { sendgridDomains } from './domains';
import { events } from './events';
import { sendgridHooks } from './hooks';
import { sendgridKeys } from './keys';
import { sendgridLists } from './lists';
import { sendgridMailTemplates } from './mail-templates';
import { REFUSALS } from './refusals';

/** Twilio SendGrid, Mail Send v3: https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send */
const Settings = z.strictObject({
  endpoint,
  /** SendGrid's own test mode: checks everything, delivers nothing. */
  sandboxMode: z.boolean().default(false).meta({ technical: true }),
  webhookPublicKey: z.string().max(1000).optional().meta({ technical: true }),
  timeoutMs,
});
const Secrets = z.strictObject({ apiKey: apiKey.optional() });
type Settings = z.infer<typeof Settings>;
type Config = ProviderConfig<Settings, { apiKey: string }>;

const OWN_ENDPOINT = 'https://api.sendgrid.com';

export const sendgrid: Adapter<Settings, { apiKey: string }> = {
  kind: 'sendgrid',
  channel: 'email',
  label: 'SendGrid',
  settings: Settings,
  secrets: Secrets,
  targets: { apiKey: { endpoint: OWN_ENDPOINT } },
  presets: {
    sendgrid: withQuota(
      { label: 'SendGrid', settings: {}, help: 'https://app.sendgrid.com/settings/api_keys' },
      QUOTAS.sendgrid,
    ),
  },
  carries: SENDGRID_CARRIES,
  concurrency: () => 10,
  send,
  test: (config, options) =>
    testByApi([canSend(config)], options, (message) => send(config, message, options.signal)),
  events,
  lookFor,
  keys: sendgridKeys(reach),
  hooks: sendgridHooks(reach),
  domains: sendgridDomains(reach),
  lists: sendgridLists(reach),
  mailTemplates: sendgridMailTemplates(reach),
  // https://www.twilio.com/docs/sendgrid/ui/sending-email/how-to-send-an-email-with-dynamic-templates
  ownTemplates: {
    id: /^d-[0-9a-f]{32}$/i,
    example: 'd-0123456789abcdef0123456789abcdef',
    subject: 'of_template',
  },
  close: async () => undefined,
};

function send(config: Config, message: OutgoingMessage, signal: AbortSignal) {
  return sendByApi(message, (part) => toCall(config, part), signal);
}

function toCall(config: Config, part: OutgoingMessage): ApiCall {
  const { sandboxMode, timeoutMs } = config.settings;
  return {
    method: 'POST',
    url: `${base(config)}/v3/mail/send`,
    headers: { ...authorization(config), 'content-type': 'application/json' },
    body: JSON.stringify(toRequest(config, part)),
    timeoutMs,
    messageId: ({ headers }) => headers['x-message-id'],
    // 202 without a body; in sandbox mode 200: https://www.twilio.com/docs/sendgrid/for-developers/sending-email/sandbox-mode
    accepts: ({ status, text }) => (status === 202 || (status === 200 && sandboxMode)) && !/^\s*</.test(text),
    explain,
    classify: (reply) => findVerdict(REFUSALS, reply, explain(reply)),
    pointedAt: (reply) => pointedAt(reply, part),
  };
}

function toRequest({ settings }: Config, message: OutgoingMessage) {
  const { to, cc, bcc } = eachOnce(addressees(message));
  const categories = [...new Set(message.tags)].slice(0, SENDGRID_LABELS.tags);
  const [replyTo, ...moreReplyTo] = message.replyTo.map(toAddress);
  return {
    from: toSender(message.from),
    personalizations: [
      {
        to: to.map(toAddress),
        ...(cc.length > 0 && { cc: cc.map(toAddress) }),
        ...(bcc.length > 0 && { bcc: bcc.map(toAddress) }),
        ...(message.ownTemplate && { dynamic_template_data: message.ownTemplate.variables }),
      },
    ],
    ...(replyTo &&
      (moreReplyTo.length > 0 ? { reply_to_list: [replyTo, ...moreReplyTo] } : { reply_to: replyTo })),
    ...whatItSays(message),
    headers: { ...message.headers, 'Message-ID': message.messageIdHeader },
    ...(message.attachments.length > 0 && {
      attachments: message.attachments.map((attachment) => ({
        content: attachment.content.toString('base64'),
        filename: attachment.filename,
        // It takes no parameters: "cannot contain ';'".
        type: attachment.contentType.split(';')[0]!.trim(),
        disposition: attachment.contentId ? 'inline' : 'attachment',
        ...(attachment.contentId && { content_id: attachment.contentId }),
      })),
    }),
    ...(categories.length > 0 && { categories }),
    custom_args: Object.fromEntries(toPairs(message, SENDGRID_LABELS)),
    ...(settings.sandboxMode && { mail_settings: { sandbox_mode: { enable: true } } }),
  };
}

/** A dynamic template says all of it, its subject too: https://github.com/twilio/sendgrid-oai/blob/main/spec/yaml/tsg_mail_v3.yaml, `template_id` */
function whatItSays(message: OutgoingMessage) {
  if (message.ownTemplate) return { template_id: message.ownTemplate.id };
  return {
    subject: asGiven(message.subject),
    // SendGrid wants plain text before HTML.
    content: [
      ...(message.text ? [{ type: 'text/plain', value: message.text }] : []),
      ...(message.html ? [{ type: 'text/html', value: message.html }] : []),
      ...message.attachments.filter(isInvitation).slice(0, 1).flatMap(toAlternative),
    ],
  };
}

/**
 * Beside the file: https://github.com/sendgrid/sendgrid-ruby/issues/298#issuecomment-427443122. No other parameter is taken there
 * (sendgrid-nodejs/issues/217), so it must be UTF-8.
 */
function toAlternative(attachment: OutgoingAttachment) {
  const value = attachment.content.toString('utf8');
  const isText = value !== '' && !value.includes('\ufffd');
  return isText ? [{ type: `text/calendar; method=${methodOf(attachment)}`, value }] : [];
}

/** Here SendGrid writes the quotes itself: https://github.com/sendgrid/sendgrid-nodejs/issues/1183 */
function toSender({ email, name }: Address) {
  return name ? { email, name: asGiven(name) } : { email };
}

/** A comma or semicolon would end the name: https://github.com/sendgrid/sendgrid-python/issues/291, for reply-to sendgrid-nodejs/issues/1121 */
function toAddress({ email, name }: Address) {
  if (!name) return { email };
  return { email, name: /[,;]/.test(name) ? `"${name.replace(/(["\\])/g, '\\$1')}"` : asGiven(name) };
}

type ErrorBody = { errors: { message?: unknown; field?: unknown }[] };

function errorsIn({ text }: OutboundReply) {
  const { errors } = readJson<ErrorBody>(text);
  return Array.isArray(errors) ? errors.filter((error) => typeof error === 'object' && error !== null) : [];
}

function explain(reply: OutboundReply) {
  const words = errorsIn(reply).map(({ field, message }) => asWords([field, message], ''));
  return { text: asWords([words.filter(Boolean).join('; ')], reply.text) };
}

/** `personalizations.0.to.1.email`: the second one in `to`. */
function pointedAt(reply: OutboundReply, part: OutgoingMessage): string[] {
  const lists = eachOnce(addressees(part));
  return errorsIn(reply).flatMap(({ field }) => {
    const [, list, index] =
      /^personalizations\.0\.(to|cc|bcc)\.(\d+)(?:\.email)?$/.exec(asText(field) ?? '') ?? [];
    return lists[list as keyof Addressees]?.[Number(index)]?.email ?? [];
  });
}

/** A key may be valid and still not allowed to send; its scopes tell. */
function canSend(config: Config) {
  return {
    name: 'auth' as const,
    request: { method: 'GET' as const, url: `${base(config)}/v3/scopes`, headers: authorization(config) },
    detail: ({ text }: OutboundReply) => {
      const { scopes } = readJson<{ scopes: string[] }>(text);
      if (!Array.isArray(scopes)) throw new TestFailure('protocol', 'The answer is not that of SendGrid');
      if (!scopes.includes('mail.send'))
        throw new TestFailure('permission', 'The API key lacks the permission mail.send');
      return 'mail.send';
    },
  };
}

/**
 * Its feed of activity, for who has bought that and given the key access, six questions a minute:
 * https://www.twilio.com/docs/sendgrid/for-developers/sending-email/getting-started-email-activity-api
 */
function lookFor(config: Config, sought: Sought, signal: AbortSignal) {
  const way = {
    url: (recipient: string) => {
      const words = `(unique_args['relevo_id']="${sought.messageId}") AND to_email="${recipient.replaceAll('"', '')}"`;
      return `${base(config)}/v3/messages?${new URLSearchParams({ limit: '10', query: words })}`;
    },
    headers: authorization(config),
    list: 'messages',
    read: (entry: unknown) => {
      const { to_email: to, last_event_time: at, msg_id: id } = fieldsOf(entry);
      const recipient = textOf(to);
      return recipient ? { recipients: [recipient], at: timeOf(at), theirId: textOf(id) } : null;
    },
  };
  return lookForMessage(sought, way, signal);
}

function reach(config: Config) {
  return { url: base(config), headers: authorization(config) };
}

function authorization({ secrets }: Config) {
  return { authorization: `Bearer ${secrets.apiKey ?? ''}` };
}

function base({ settings }: Config): string {
  return baseUrl(settings.endpoint, OWN_ENDPOINT);
}
