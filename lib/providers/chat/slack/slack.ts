import { z } from 'zod';
import type { OutgoingChat } from '@/lib/channels/chat/outgoing-chat';
import type { SendResult } from '@/lib/channels/results';
import type { OutboundReply } from '@/lib/outbound/safe-fetch';
import type { Adapter, ProviderConfig } from '../../adapter';
import type { ApiCall, Judgement } from '../../api/call';
import { asText, asWords, readJson } from '../../api/json';
import { findVerdict } from '../../api/rules';
import { baseUrl, endpoint, timeoutMs } from '../../api/settings';
import { type Check, TestFailure, testByApi } from '../../api/test';
import { sendOne } from '../../sms/send-one';
import { ofSlack, type SlackSecrets } from './common';
import { escapeForSlack } from './escape';
import { sendFile } from './files';
import { SLACK_REFUSALS, slackCause } from './refusals';

/** A bot of Slack: https://docs.slack.dev/reference/methods/chat.postMessage */
const Settings = z.strictObject({ endpoint, timeoutMs });
type Settings = z.infer<typeof Settings>;
type Config = ProviderConfig<Settings, SlackSecrets>;

const OWN_ENDPOINT = 'https://slack.com';

export const slackBot: Adapter<Settings, SlackSecrets, OutgoingChat> = {
  ...ofSlack,
  kind: 'slack',
  label: 'Slack bot',
  settings: Settings,
  targets: { apiKey: { endpoint: OWN_ENDPOINT } },
  presets: {
    slack: {
      label: 'Slack bot',
      settings: {},
      help: 'https://docs.slack.dev/quickstart',
      keysUrl: 'https://api.slack.com/apps',
    },
  },
  carries: {
    unicodeLocalParts: 'always',
    sources: [{ url: 'https://docs.slack.dev/reference/methods/chat.postMessage', checked: '2026-11-30' }],
  },
  concurrency: () => 5,
  send,
  test: (config, options) =>
    testByApi([knowsBot(config)], options, (message) => send(config, message, options.signal), slackCause),
  keysByHand: { url: 'https://docs.slack.dev/authentication/tokens', checked: '2026-11-30' },
};

function send(config: Config, message: OutgoingChat, signal: AbortSignal): Promise<SendResult> {
  const { file } = message;
  if (!file) return sendOne(message, toCall(config, message), signal);
  if (message.to.startsWith('#')) return Promise.resolve(needsId(message));
  const url = baseUrl(config.settings.endpoint, OWN_ENDPOINT);
  const { timeoutMs } = config.settings;
  const api = { url, headers: authorization(config), timeoutMs, explain, classify };
  return sendFile(api, { ...message, file }, signal);
}

/** A text goes to a channel by its name as well: https://docs.slack.dev/reference/methods/files.completeUploadExternal */
function needsId({ to, recipients }: OutgoingChat): SendResult {
  const refused = {
    outcome: 'refused',
    fault: 'content',
    permanent: true,
    code: 'unsupported',
    reply: `Slack takes a file for a channel by its id, such as C024BE91L, and not by its name ${to}.`,
  } as const;
  return { outcomes: recipients.map((address) => ({ address, ...refused })) };
}

function toCall(config: Config, { to, text }: OutgoingChat): ApiCall {
  return {
    method: 'POST',
    url: `${baseUrl(config.settings.endpoint, OWN_ENDPOINT)}/api/chat.postMessage`,
    headers: { ...authorization(config), 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ channel: to, text: escapeForSlack(text ?? ''), unfurl_links: false }),
    timeoutMs: config.settings.timeoutMs,
    messageId: (reply) => {
      const { ok, channel, ts } = readJson<Answer>(reply.text);
      const [place, time] = [asText(channel), asText(ts)];
      return ok === true && place && time ? `${place}:${time}` : undefined;
    },
    explain,
    classify,
  };
}

type Answer = { ok: boolean; error: string; needed: string; channel: string; ts: string };

function explain({ text }: OutboundReply) {
  const { error, needed } = readJson<Answer>(text);
  const scope = asText(needed);
  return { code: asText(error), text: asWords([error, scope && `needs ${scope}`], text) };
}

/** It answers 200 to what it refuses; a word that nobody here knows says nothing of the message. */
function classify(reply: OutboundReply): Judgement | undefined {
  const { ok, error } = readJson<Answer>(reply.text);
  if (ok !== false) return undefined;
  return (
    findVerdict(SLACK_REFUSALS, reply, { code: asText(error), text: '' }) ?? {
      fault: 'provider',
      permanent: false,
    }
  );
}

type Bot = { ok: boolean; error: string; team: string; user: string };

/** Whether the token is good, and whose it is; and, by the scopes that come with the answer, whether it may write. */
function knowsBot(config: Config): Check {
  return {
    name: 'auth',
    request: {
      method: 'POST',
      url: `${baseUrl(config.settings.endpoint, OWN_ENDPOINT)}/api/auth.test`,
      headers: authorization(config),
    },
    detail: ({ text, headers }) => {
      const { ok, error, team, user } = readJson<Bot>(text);
      if (typeof ok !== 'boolean') throw new TestFailure('protocol', 'The answer is not that of Slack');
      if (!ok) throw new TestFailure('auth', asText(error) ?? 'not valid');
      const scopes = headers['x-oauth-scopes']?.split(',').map((scope) => scope.trim());
      if (scopes && !scopes.includes('chat:write'))
        throw new TestFailure('permission', 'the scope chat:write is missing');
      return [user, team].map(asText).filter(Boolean).join(' in ');
    },
  };
}

function authorization({ secrets }: Config) {
  return { accept: 'application/json', authorization: `Bearer ${secrets.apiKey ?? ''}` };
}
