import { z } from 'zod';
import { asGiven, encodeName } from '@/lib/channels/email/header-text';
import { isInvitation } from '@/lib/channels/email/invitation';
import { composeWhole } from '@/lib/channels/email/mime';
import type { Address, OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import { flaw } from '@/lib/flaws';
import type { OutboundReply } from '@/lib/outbound/safe-fetch';
import { matching } from '@/lib/validation';
import type { Adapter, ProviderConfig, Sought } from '../../adapter';
import type { ApiCall } from '../../api/call';
import { asText, asWords, readJson } from '../../api/json';
import { findVerdict } from '../../api/rules';
import { apiKey, baseUrl, endpoint, timeoutMs } from '../../api/settings';
import { type Check, TestFailure, testByApi } from '../../api/test';
import { toPairs } from '../api/labels';
import { lookForMessage } from '../api/look-for-message';
import { addressees } from '../api/recipients';
import { sendByApi } from '../api/send';
import { fieldsOf, textOf, timeOf } from '../events/fields';
import { QUOTAS, withQuota } from '../quotas';
import { MAILGUN_CARRIES, MAILGUN_LABELS } from './carries';
import { mailgunDomains } from './domains';
import { events } from './events';
import { encodeForm } from './form';
import { mailgunHooks } from './hooks';
import { mailgunKeys } from './keys';
import { mailgunLists } from './lists';
import { mailgunMailTemplates } from './mail-templates';
import { REFUSALS } from './refusals';

const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;

/** Mailgun, by Sinch: https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/messages */
const Settings = z.strictObject({
  /** The sending domain as Mailgun lists it, often a subdomain such as mg.example.com. */
  domain: matching(DOMAIN, flaw('looks_like', { example: 'mg.example.com' })).max(253),
  /** Where the domain was created; Mailgun keeps the two apart. */
  region: z.enum(['us', 'eu']).default('us'),
  endpoint,
  timeoutMs,
});
type Settings = z.infer<typeof Settings>;

const Secrets = z.strictObject({ apiKey: apiKey.optional(), webhookSigningKey: apiKey.optional() });
type Secrets = { apiKey: string; webhookSigningKey: string };
type Config = ProviderConfig<Settings, Secrets>;

const OWN_ENDPOINTS = { us: 'https://api.mailgun.net', eu: 'https://api.eu.mailgun.net' };
const help = 'https://app.mailgun.com/settings/api_security';

export const mailgun: Adapter<Settings, Secrets> = {
  kind: 'mailgun',
  channel: 'email',
  label: 'Mailgun',
  settings: Settings,
  secrets: Secrets,
  targets: { apiKey: { endpoint: null, region: 'us' } },
  presets: {
    mailgun: withQuota({ label: 'Mailgun', settings: { region: 'us' }, help }, QUOTAS.mailgun),
    'mailgun-eu': withQuota({ label: 'Mailgun (EU)', settings: { region: 'eu' }, help }, QUOTAS.mailgun),
  },
  carries: MAILGUN_CARRIES,
  concurrency: () => 10,
  send,
  test: (config, options) =>
    testByApi([isActive(config)], options, (message) => send(config, message, options.signal)),
  events,
  lookFor,
  keys: mailgunKeys(reach),
  hooks: mailgunHooks(reach),
  domains: mailgunDomains(reach),
  lists: mailgunLists(reach),
  mailTemplates: mailgunMailTemplates(reach),
  ownTemplates: { id: /^[^/?#]{1,200}$/, example: 'welcome', subject: 'optional' },
  close: async () => undefined,
};

function send(config: Config, message: OutgoingMessage, signal: AbortSignal) {
  return sendByApi(message, (part) => toCall(config, part), signal);
}

async function toCall(config: Config, part: OutgoingMessage): Promise<ApiCall> {
  const whole =
    !part.ownTemplate && (part.raw !== undefined || part.attachments.some(needsMime) || hasManyHeaders(part));
  const form = await encodeForm(whole ? await toMimeForm(part) : toForm(part));
  return {
    method: 'POST',
    url: `${base(config)}/v3/${config.settings.domain}/messages${whole ? '.mime' : ''}`,
    headers: { ...authorization(config), 'content-type': form.type },
    body: form.body,
    timeoutMs: config.settings.timeoutMs,
    messageId: ({ text }) => asText(readJson<{ id: string }>(text).id),
    explain,
    classify: (reply) => findVerdict(REFUSALS, reply, explain(reply)),
  };
}

/** The form takes an inline part's file name for its content id, and garbles quotes in names: such a message goes as MIME. */
function needsMime(attachment: OutgoingMessage['attachments'][number]): boolean {
  const { contentId, filename } = attachment;
  return contentId !== undefined || filename.includes('"') || isInvitation(attachment);
}

/** "Send options (parameters starting with o:, h:, v:, or t:) are limited to 16KB total": metadata has half of it. */
const MAX_HEADER_BYTES = 7000;

function hasManyHeaders({ headers, replyTo }: OutgoingMessage): boolean {
  return JSON.stringify([headers, replyTo]).length > MAX_HEADER_BYTES;
}

function toForm(message: OutgoingMessage): FormData {
  const form = new FormData();
  const { to, cc, bcc } = addressees(message);
  form.append('from', toMailbox(message.from));
  for (const [field, addresses] of Object.entries({ to, cc, bcc }))
    for (const address of addresses) form.append(field, toMailbox(address));
  if (message.subject || !message.ownTemplate) form.append('subject', asGiven(message.subject));
  if (message.text) form.append('text', message.text);
  if (message.html) form.append('html', message.html);
  const headers = { ...message.headers, 'Message-Id': message.messageIdHeader };
  for (const [name, value] of Object.entries(headers)) form.append(`h:${name}`, value);
  if (message.replyTo.length > 0) form.append('h:Reply-To', message.replyTo.map(toMailbox).join(', '));
  if (message.ownTemplate) fillIn(form, message.ownTemplate);
  for (const { filename, contentType, content, contentId } of message.attachments)
    form.append(contentId ? 'inline' : 'attachment', toFile(content, contentId ?? filename, contentType));
  return withLabels(form, message);
}

/** `t:text`: "Pass yes if you want to have rendered template in the text part of the message". */
function fillIn(form: FormData, { id, variables }: NonNullable<OutgoingMessage['ownTemplate']>): void {
  form.append('template', id);
  form.append('t:variables', JSON.stringify(variables));
  form.append('t:text', 'yes');
}

/** The envelope is apart from the headers here, as in SMTP. */
async function toMimeForm(message: OutgoingMessage): Promise<FormData> {
  const form = new FormData();
  for (const address of message.recipients) form.append('to', address);
  // Links of a mail that goes as it is are left alone, whatever the domain is set to.
  if (message.raw) form.append('o:tracking', 'no');
  form.append('message', toFile(await composeWhole(message), 'message.eml', 'message/rfc822'));
  return withLabels(form, message);
}

function withLabels(form: FormData, message: OutgoingMessage): FormData {
  for (const tag of [...new Set(message.tags)].slice(0, MAILGUN_LABELS.tags)) form.append('o:tag', tag);
  for (const [name, value] of toPairs(message, MAILGUN_LABELS)) form.append(`v:${name}`, value);
  return form;
}

/** Names beyond ASCII with signs in them arrive garbled unless they are encoded: https://anymail.dev/en/stable/esps/mailgun/ */
function toMailbox({ email, name }: Address): string {
  return name ? `${encodeName(name)} <${email}>` : email;
}

function toFile(content: Buffer, name: string, type: string): File {
  return new File([new Uint8Array(content)], name, { type });
}

function explain({ text }: OutboundReply) {
  return { text: asWords([readJson<{ message: string }>(text).message], text) };
}

type Domain = { domain: { name?: string; state?: string } };

function isActive(config: Config): Check {
  return {
    name: 'auth',
    request: {
      method: 'GET',
      url: `${base(config)}/v3/domains/${config.settings.domain}`,
      headers: authorization(config),
    },
    detail: ({ text }) => {
      const { domain: { name = '', state = 'unknown' } = {} } = readJson<Domain>(text);
      if (state !== 'active') throw new TestFailure('sender', `${name} is ${state} at Mailgun`);
      return `${name} is active`;
    },
    otherwise: maySend(config),
    cause: causeOfDomain,
  };
}

/** All that a sending key may do: without fields the message is refused, but only after key and domain were accepted. */
function maySend(config: Config): Check {
  return {
    name: 'auth',
    request: {
      method: 'POST',
      url: `${base(config)}/v3/${config.settings.domain}/messages`,
      headers: { ...authorization(config), 'content-type': 'application/x-www-form-urlencoded' },
      body: 'o:testmode=yes',
    },
    passes: ({ status, text }) => status === 400 && /parameter is missing/i.test(text),
    detail: () => 'a key that may only send; the state of the domain is not visible to it',
    cause: causeOfDomain,
  };
}

function causeOfDomain({ status, text }: OutboundReply) {
  return status === 404 || (status === 403 && /domain/i.test(text)) ? 'sender' : undefined;
}

/**
 * Its log of what it took, a second or so later:
 * https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/events/get-v3--domain-name--events
 */
function lookFor(config: Config, sought: Sought, signal: AbortSignal) {
  const way = {
    url: (recipient: string) => {
      const begin = String(Math.floor(sought.since.getTime() / 1000) - 60);
      const query = new URLSearchParams({
        begin,
        ascending: 'yes',
        limit: '100',
        event: 'accepted',
        recipient,
      });
      return `${base(config)}/v3/${config.settings.domain}/events?${query}`;
    },
    headers: authorization(config),
    list: 'items',
    read: (entry: unknown) => {
      const { recipient, timestamp, id, ...event } = fieldsOf(entry);
      const ours = fieldsOf(event['user-variables']).relevo_id === sought.messageId;
      const to = textOf(recipient);
      return ours && to ? { recipients: [to], at: timeOf(timestamp), theirId: textOf(id) } : null;
    },
  };
  return lookForMessage(sought, way, signal);
}

function reach(config: Config) {
  return { url: base(config), headers: authorization(config) };
}

function authorization({ secrets }: Config) {
  return { authorization: `Basic ${Buffer.from(`api:${secrets.apiKey ?? ''}`).toString('base64')}` };
}

function base({ settings }: Config): string {
  return baseUrl(settings.endpoint, OWN_ENDPOINTS[settings.region]);
}
