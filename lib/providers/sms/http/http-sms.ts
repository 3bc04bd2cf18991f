import type { TestResult } from '@/lib/channels/results';
import type { OutgoingSms } from '@/lib/channels/sms/outgoing-sms';
import type { Adapter, ProviderConfig } from '../../adapter';
import { type Check, testByApi } from '../../api/test';
import { sendOne } from '../send-one';
import { httpSmsEvents } from './events';
import { HTTP_SMS_PRESETS } from './presets';
import { type Secrets, Secrets as SecretsSchema, Settings } from './schema';
import { toCall } from './to-call';

type Config = ProviderConfig<Settings, Secrets>;

/** Any gateway that takes text messages by HTTP: its operator's sheet as data. */
export const httpSms: Adapter<Settings, Secrets, OutgoingSms> = {
  kind: 'http-sms',
  channel: 'sms',
  label: 'SMS gateway by HTTP',
  settings: Settings,
  secrets: SecretsSchema,
  // Whoever could write it into the text would have it sent to a phone of theirs.
  targets: { apiKey: { endpoint: null, template: null, format: 'json', auth: 'bearer', authName: null } },
  presets: HTTP_SMS_PRESETS,
  carries: { unicodeLocalParts: 'always', sources: [] },
  concurrency: () => 5,
  send: (config, message, signal) => sendOne(message, toCall(config, message), signal),
  test,
  events: httpSmsEvents,
  close: async () => undefined,
};

/** Nothing is known of such a gateway that could be asked without sending: only a real message proves the key. Its root is harmless. */
function test(config: Config, options: Parameters<typeof httpSms.test>[1]): Promise<TestResult> {
  return testByApi([answers(config)], options, (message) =>
    sendOne(message, toCall(config, message), options.signal),
  );
}

function answers({ settings: { endpoint } }: Config): Check {
  return {
    name: 'connect',
    request: { method: 'GET', url: new URL('/', endpoint).toString(), headers: { accept: '*/*' } },
    anyAnswer: true,
    detail: ({ status }) => `it answers (${status}); only a message that is really sent proves the key`,
  };
}
