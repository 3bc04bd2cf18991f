import type { OutgoingChat } from '@/lib/channels/chat/outgoing-chat';
import type { Cause } from '@/lib/channels/results';
import { safeEqual } from '@/lib/crypto/compare';
import { entryOf } from '@/lib/entry-of';
import type { InboundRequest, ReportedEvent, Verified } from '@/lib/events/inbound';
import type { OutboundReply } from '@/lib/outbound/safe-fetch';
import type { Adapter } from '../../adapter';
import type { ApiCall, Judgement } from '../../api/call';
import { asText, asWords, readJson } from '../../api/json';
import { multipart } from '../../api/multipart';
import { findVerdict, type Rule } from '../../api/rules';
import { type Check, TestFailure, testByApi } from '../../api/test';
import { type Fields, fieldsOf, readBody, textOf, timeOf } from '../../email/events/fields';
import { sendOne } from '../../sms/send-one';
import { telegramHooks } from './hooks';
import { methodUrl, OWN_ENDPOINT, type TelegramConfig, TelegramSecrets, TelegramSettings } from './settings';

export const telegramBot: Adapter<TelegramSettings, TelegramSecrets, OutgoingChat> = {
  kind: 'telegram',
  channel: 'telegram',
  label: 'Telegram bot',
  settings: TelegramSettings,
  secrets: TelegramSecrets,
  targets: { apiKey: { endpoint: OWN_ENDPOINT } },
  presets: {
    telegram: {
      label: 'Telegram bot',
      settings: {},
      help: 'https://core.telegram.org/bots/features#botfather',
    },
  },
  carries: {
    unicodeLocalParts: 'always',
    sources: [{ url: 'https://core.telegram.org/bots/api#senddocument', checked: '2026-11-30' }],
  },
  concurrency: () => 10,
  // "no more than about 30 messages per second".
  rate: {
    perSecond: 25,
    source: { url: 'https://core.telegram.org/bots/faq', checked: null },
  },
  send: (config, message, signal) => sendOne(message, toCall(config, message), signal),
  test: (config, options) =>
    testByApi(
      [knowsBot(config)],
      options,
      (message) => sendOne(message, toCall(config, message), options.signal),
      ({ reply = '' }) => CAUSES.find(({ says }) => says.test(reply))?.cause,
    ),
  events: {
    proof: 'webhookToken',
    verify({ headers }: InboundRequest, { secrets: { webhookToken } }: TelegramConfig): Verified {
      if (!webhookToken) return { ok: false, reason: 'no webhook token is set here' };
      const shown = headers['x-telegram-bot-api-secret-token'];
      return shown && safeEqual(shown, webhookToken)
        ? { ok: true }
        : { ok: false, reason: 'it came without the webhook token that is set here' };
    },
    parse: ({ body }) => toAnswer(readBody(body)),
  },
  hooks: telegramHooks,
  keysByHand: { url: 'https://core.telegram.org/bots/features#botfather', checked: '2026-11-30' },
  close: async () => undefined,
};

function toCall(config: TelegramConfig, { to, text, file }: OutgoingChat): ApiCall {
  const form = file && multipart({ chat_id: to, ...(text && { caption: text }) }, ['document', file]);
  return {
    method: 'POST',
    url: methodUrl(config, file ? 'sendDocument' : 'sendMessage'),
    headers: { accept: 'application/json', 'content-type': form?.type ?? 'application/json' },
    // Without a mode of parsing nothing in a text can be taken for markup.
    body: form?.body ?? JSON.stringify({ chat_id: to, text: text ?? '' }),
    timeoutMs: config.settings.timeoutMs,
    messageId: (reply) => {
      const { result } = readJson<Answer>(reply.text);
      const id = asText(result?.message_id);
      return id && `${to}:${id}`;
    },
    explain,
    classify,
  };
}

type Answer = {
  ok: boolean;
  result: { message_id: number };
  description: string;
  parameters: { retry_after: number };
};

function explain({ text }: OutboundReply) {
  const { description } = readJson<Answer>(text);
  return { text: asWords([description], text) };
}

/** By its words, in any case: its numbers are too coarse. */
const REFUSALS: Rule[] = [
  { status: 401, means: 'account' },
  { status: 404, means: 'account' },
  {
    says: /blocked by the user|user is deactivated|kicked from|not a member|was deleted|can't initiate|chat not found|peer_id_invalid|upgraded to a supergroup|not enough rights/i,
    means: 'recipient',
  },
  { status: 400, means: 'content' },
  { status: 413, means: 'content' },
  // It may have been sent.
  { status: 500, means: 'unknown' },
  { status: 502, means: 'unknown' },
];

/** The same for who tests by a real message: of a person, of a group. */
const CAUSES: { says: RegExp; cause: Cause }[] = [
  { says: /blocked by the user/i, cause: 'declined' },
  { says: /can't initiate|chat not found|peer_id_invalid/i, cause: 'not_started' },
  {
    says: /kicked from|not a member|not enough rights|need administrator rights|CHAT_WRITE_FORBIDDEN/i,
    cause: 'not_member',
  },
];

function classify(reply: OutboundReply): Judgement | undefined {
  if (reply.status < 300) return undefined;
  if (reply.status === 429) {
    const seconds = Number(asText(readJson<Answer>(reply.text).parameters?.retry_after));
    const retryAfterMs = seconds >= 0 && Number.isFinite(seconds) ? Math.round(seconds * 1000) : undefined;
    return { fault: 'throttled', permanent: false, pace: 'rate', retryAfterMs };
  }
  const verdict = findVerdict(REFUSALS, reply, explain(reply));
  return verdict ?? (reply.status === 403 ? { fault: 'recipient', permanent: false } : undefined);
}

type Bot = { result: { username: string; first_name: string } };

function knowsBot(config: TelegramConfig): Check {
  return {
    name: 'auth',
    request: { method: 'GET', url: methodUrl(config, 'getMe'), headers: { accept: 'application/json' } },
    cause: ({ status }) => (status === 401 || status === 404 ? 'auth' : undefined),
    detail: ({ text }) => {
      const name = asText(readJson<Bot>(text).result?.username);
      if (!name) throw new TestFailure('protocol', 'The answer is not that of Telegram');
      return `@${name}: a person has to press Start there once before it may write to them`;
    },
  };
}

/** What somebody wrote to the bot, `/start` among it; or that they stopped it, or let it write again. */
function toAnswer(update: unknown): ReportedEvent[] {
  const { message, my_chat_member: membership, update_id } = fieldsOf(update);
  if (membership) return toWish(fieldsOf(membership), textOf(update_id) ?? '');
  const { chat, text, date } = fieldsOf(message);
  const from = textOf(fieldsOf(chat).id);
  const words = textOf(text);
  if (!from || !words) return [];
  const key = textOf(update_id) ?? '';
  return [
    { answerOf: from, key, recipient: from, type: 'replied', at: timeOf(date), detail: { text: words } },
  ];
}

/** https://core.telegram.org/bots/api#chatmemberupdated */
function toWish({ chat, date, new_chat_member: now }: Fields, key: string): ReportedEvent[] {
  const { id, type } = fieldsOf(chat);
  const wish = entryOf({ kicked: 'stop', member: 'start' }, fieldsOf(now).status);
  const from = textOf(id);
  // What becomes of a bot in a group is no person's wish.
  if (!from || !wish || type !== 'private') return [];
  const text = wish === 'stop' ? 'The bot was stopped.' : 'The bot was started.';
  return [
    { answerOf: from, key, recipient: from, type: 'replied', at: timeOf(date), detail: { text, wish } },
  ];
}
