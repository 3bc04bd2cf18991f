import type { SendResult, TestResult } from '@/lib/channels/results';
import type { OutgoingSms } from '@/lib/channels/sms/outgoing-sms';
import type { Adapter, ProviderConfig } from '../../adapter';
import { type Check, TestFailure, testByApi } from '../../api/test';
import { sendOne } from '../send-one';
import { httpSmsEvents } from './events';
import { forgetToken, loggedIn } from './login';
import { HTTP_SMS_PRESETS } from './presets';
import { type Balance, type Secrets, Secrets as SecretsSchema, Settings } from './schema';
import { authHeader, toCall } from './to-call';
import { valueIn } from './value-in';

type Config = ProviderConfig<Settings, Secrets>;

/** Any gateway that takes text messages by HTTP: its operator's sheet as data. */
export const httpSms: Adapter<Settings, Secrets, OutgoingSms> = {
  kind: 'http-sms',
  channel: 'sms',
  label: 'SMS gateway by HTTP',
  settings: Settings,
  secrets: SecretsSchema,
  // Whoever could write it into the text would have it sent to a phone of theirs.
  targets: {
    apiKey: {
      endpoint: null,
      template: null,
      format: 'json',
      auth: 'bearer',
      authName: null,
      'login.endpoint': null,
      'login.template': null,
      'login.auth': null,
      'balance.endpoint': null,
    },
  },
  presets: HTTP_SMS_PRESETS,
  carries: { unicodeLocalParts: 'always', sources: [] },
  concurrency: () => 10,
  send,
  test,
  events: httpSmsEvents,
  close: async () => undefined,
};

/** Once more with a new token where the gateway does not know the kept one any more: then it has taken nothing. */
async function send(config: Config, message: OutgoingSms, signal: AbortSignal): Promise<SendResult> {
  for (let again = false; ; again = true) {
    const login = await loggedIn(config, signal);
    if ('outcome' in login)
      return { outcomes: message.recipients.map((address) => ({ address, ...login.outcome })) };
    const sent = await sendOne(message, toCall({ ...config, secrets: login.secrets }, message), signal);
    const isStale = sent.outcomes.every(({ reply }) => /^401\b/.test(reply ?? ''));
    if (!config.settings.login || !isStale || again) return sent;
    await forgetToken(config, login.secrets);
  }
}

/** Nothing is known of such a gateway that could be asked without sending, unless it tells what is left: only a real message proves the key. */
async function test(config: Config, options: Parameters<typeof httpSms.test>[1]): Promise<TestResult> {
  const { balance } = config.settings;
  const login = balance ? await loggedIn(config, options.signal) : undefined;
  // Of what the login step was refused for the test tells by the question that goes without its token.
  const secrets = login && 'secrets' in login ? login.secrets : config.secrets;
  const checks = balance ? [answers(config), hasBalance({ ...config, secrets }, balance)] : [answers(config)];
  return testByApi(checks, options, (message) => send(config, message, options.signal));
}

function hasBalance({ settings, secrets }: Config, { endpoint, path }: Balance): Check {
  const url = new URL(endpoint);
  if (settings.auth === 'query') url.searchParams.append(settings.authName ?? '', secrets.apiKey ?? '');
  return {
    name: 'auth',
    request: {
      method: 'GET',
      url: url.toString(),
      headers: { accept: '*/*', ...authHeader(settings, secrets) },
    },
    detail: ({ text }) => {
      const left = valueIn(text, path);
      if (left === undefined) throw new TestFailure('protocol', `the answer has nothing at ${path}`);
      if (Number(left) <= 0) throw new TestFailure('quota', `the balance is ${left}`);
      return `the balance is ${left}`;
    },
  };
}

function answers({ settings: { endpoint } }: Config): Check {
  return {
    name: 'connect',
    request: { method: 'GET', url: new URL('/', endpoint).toString(), headers: { accept: '*/*' } },
    anyAnswer: true,
    detail: ({ status }) => `it answers (${status}); only a message that is really sent proves the key`,
  };
}
