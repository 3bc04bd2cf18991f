import { z } from 'zod';
import { slackChat } from '@/lib/channels/chat/chats';
import type { OutgoingChat } from '@/lib/channels/chat/outgoing-chat';
import type { SendResult } from '@/lib/channels/results';
import type { Adapter, ProviderConfig } from '../../adapter';
import type { ApiCall } from '../../api/call';
import { findVerdict } from '../../api/rules';
import { baseUrl, endpoint, timeoutMs } from '../../api/settings';
import { type Check, testByApi } from '../../api/test';
import { sendOne } from '../../sms/send-one';
import { ofSlack, type SlackSecrets } from './common';
import { escapeForSlack } from './escape';
import { SLACK_REFUSALS, slackCause } from './refusals';

/** An incoming webhook of Slack, which writes to one channel: https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks */
const Settings = z.strictObject({
  /** Where it writes: only what is for there goes by it. */
  to: slackChat.address,
  endpoint,
  timeoutMs,
});
type Settings = z.infer<typeof Settings>;
type Config = ProviderConfig<Settings, SlackSecrets>;

const OWN_ENDPOINT = 'https://hooks.slack.com';

export const slackWebhook: Adapter<Settings, SlackSecrets, OutgoingChat> = {
  ...ofSlack,
  kind: 'slack-webhook',
  label: 'Slack incoming webhook',
  settings: Settings,
  targets: { apiKey: { endpoint: OWN_ENDPOINT } },
  presets: {
    'slack-webhook': {
      label: 'Slack incoming webhook',
      settings: {},
      help: 'https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks',
    },
  },
  carries: { unicodeLocalParts: 'always', sources: [] },
  concurrency: () => 2,
  // "one message per second".
  rate: {
    perSecond: 1,
    source: { url: 'https://docs.slack.dev/apis/web-api/rate-limits', checked: '2026-11-30' },
  },
  send,
  test: (config, options) =>
    testByApi(
      [answers(config)],
      options,
      (message) => sendOne(message, toCall(config, message), options.signal),
      slackCause,
    ),
};

async function send(config: Config, message: OutgoingChat, signal: AbortSignal): Promise<SendResult> {
  const { to } = config.settings;
  if (message.to === to && !message.file) return sendOne(message, toCall(config, message), signal);
  const refused = {
    outcome: 'refused',
    fault: 'cannot_carry',
    permanent: true,
    code: 'unsupported',
    reply: message.file ? 'it carries no files: a bot does' : `it writes to ${to} alone`,
  } as const;
  return { outcomes: message.recipients.map((address) => ({ address, ...refused })) };
}

function toCall({ settings, secrets }: Config, { text }: OutgoingChat): ApiCall {
  const path = (secrets.apiKey ?? '').replace(/^.*\/services\//, '');
  return {
    method: 'POST',
    url: `${baseUrl(settings.endpoint, OWN_ENDPOINT)}/services/${path}`,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ text: escapeForSlack(text ?? '') }),
    timeoutMs: settings.timeoutMs,
    // It names no message.
    messageId: ({ headers }) => headers['x-slack-req-id'],
    accepts: (reply) => reply.text.trim() === 'ok',
    explain: ({ text: words }) => ({ code: wordIn(words), text: words.slice(0, 300) }),
    classify: (reply) =>
      reply.status < 300
        ? undefined
        : findVerdict(SLACK_REFUSALS, reply, { code: wordIn(reply.text), text: '' }),
  };
}

/** Nothing of it can be asked without writing. */
function answers({ settings }: Config): Check {
  return {
    name: 'connect',
    request: { method: 'GET', url: baseUrl(settings.endpoint, OWN_ENDPOINT), headers: { accept: '*/*' } },
    anyAnswer: true,
    detail: ({ status }) => `it answers (${status}); only a message that is really sent proves the address`,
  };
}

/** It answers with a word of its own; whatever else answers there may say anything. */
function wordIn(text: string): string | undefined {
  return /^[a-z_]{1,60}$/.exec(text.trim())?.[0];
}
