import { z } from 'zod';
import { composeWhole } from '@/lib/channels/email/mime';
import type { OutgoingMessage } from '@/lib/channels/email/outgoing-message';
import type { Cause } from '@/lib/channels/results';
import { flaw } from '@/lib/flaws';
import type { OutboundReply, OutboundRequest } from '@/lib/outbound/safe-fetch';
import { matching } from '@/lib/validation';
import type { Adapter, ProviderConfig } from '../../adapter';
import type { ApiCall, Judgement } from '../../api/call';
import { asText, asWords, readJson } from '../../api/json';
import { findVerdict } from '../../api/rules';
import { baseUrl, endpoint, timeoutMs } from '../../api/settings';
import { type Check, TestFailure, testByApi } from '../../api/test';
import { toPairs } from '../api/labels';
import { addressees } from '../api/recipients';
import { sendByApi } from '../api/send';
import { QUOTAS, withQuota } from '../quotas';
import { SES_CARRIES, SES_LABELS } from './carries';
import { sesDomains } from './domains';
import { events } from './events';
import { sesHooks } from './hooks';
import { sesKeys } from './keys';
import { sesLists } from './lists';
import { REFUSALS } from './refusals';
import { signRequest } from './sign';

/** Amazon SES, API v2: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html */
const Settings = z.strictObject({
  region: matching(/^[a-z]{2}(-[a-z]+)+-\d$/, flaw('looks_like', { example: 'eu-west-1' })),
  configurationSet: matching(/^[A-Za-z0-9_-]{1,64}$/, flaw('letters_and_digits', { others: '_ -' }))
    .optional()
    .meta({ technical: true }),
  /** The topic of SNS by which SES tells what became of messages. */
  snsTopicArn: matching(
    /^arn:aws(-[a-z]+)*:sns:[a-z0-9-]+:\d{12}:[A-Za-z0-9_.-]{1,256}$/,
    flaw('looks_like', { example: 'arn:aws:sns:eu-west-1:123456789012:relevo' }),
  )
    .max(400)
    .optional()
    .meta({ technical: true }),
  endpoint,
  /** Where IAM is asked for new keys; empty: Amazon's own. */
  iamEndpoint: endpoint,
  /** Where SNS is asked for a topic; empty: Amazon's own. */
  snsEndpoint: endpoint,
  timeoutMs,
});
const Secrets = z.strictObject({
  accessKeyId: matching(/^\w{1,128}$/, flaw('access_key_id')).optional(),
  secretAccessKey: z.string().min(1).max(1000).optional(),
  /** Of temporary credentials (AWS STS): they end after some hours, so a long-lived key is the better one. */
  sessionToken: z.string().min(1).max(4000).optional().meta({ technical: true }),
});
type Settings = z.infer<typeof Settings>;
type Secrets = { accessKeyId: string; secretAccessKey: string; sessionToken: string };
type Config = ProviderConfig<Settings, Secrets>;

const TARGET = { endpoint: null, iamEndpoint: null, snsEndpoint: null, region: null };

export const ses: Adapter<Settings, Secrets> = {
  kind: 'ses',
  channel: 'email',
  label: 'Amazon SES',
  settings: Settings,
  secrets: Secrets,
  targets: { accessKeyId: TARGET, secretAccessKey: TARGET, sessionToken: TARGET },
  presets: {
    ses: withQuota(
      {
        label: 'Amazon SES',
        settings: { region: 'eu-west-1' },
        help: 'https://console.aws.amazon.com/iam/home#/security_credentials',
      },
      QUOTAS.ses,
    ),
  },
  carries: SES_CARRIES,
  // The account's rate limit decides: 1 per second in the sandbox, 14 for a new account in production.
  concurrency: () => 10,
  send,
  test: async (config, options) =>
    testByApi([await checkAccount(config)], options, (message) => send(config, message, options.signal)),
  events,
  keys: sesKeys,
  hooks: sesHooks(sign),
  domains: sesDomains(sign),
  lists: sesLists(sign),
  close: async () => undefined,
};

function send(config: Config, message: OutgoingMessage, signal: AbortSignal) {
  return sendByApi(message, (part) => toCall(config, part), signal);
}

async function toCall(config: Config, part: OutgoingMessage): Promise<ApiCall> {
  const body = JSON.stringify(await toRequest(config, part));
  return {
    ...(await sign(config, { method: 'POST', path: '/v2/email/outbound-emails', body })),
    timeoutMs: config.settings.timeoutMs,
    messageId: ({ text }) => asText(readJson<{ MessageId: string }>(text).MessageId),
    explain,
    classify,
  };
}

/**
 * The whole message travels as MIME; SES replaces its Message-ID and tells the new one. The sender is that of the From header: named here
 * as well, it would replace the header, display name and all.
 */
async function toRequest({ settings }: Config, message: OutgoingMessage) {
  const { to, cc, bcc } = addressees(message);
  const emails = (list: { email: string }[]) => list.map(({ email }) => email);
  return {
    Destination: {
      ToAddresses: emails(to),
      ...(cc.length > 0 && { CcAddresses: emails(cc) }),
      ...(bcc.length > 0 && { BccAddresses: emails(bcc) }),
    },
    Content: { Raw: { Data: (await composeWhole(message)).toString('base64') } },
    EmailTags: toPairs(message, SES_LABELS).map(([Name, Value]) => ({ Name, Value })),
    ...(settings.configurationSet && { ConfigurationSetName: settings.configurationSet }),
  };
}

async function sign(
  { settings, secrets }: Config,
  { method, path, body }: { method: OutboundRequest['method']; path: string; body?: string },
) {
  const url = `${baseUrl(settings.endpoint, `https://email.${settings.region}.amazonaws.com`)}${path}`;
  const request = { method, url, body, ...(body && { headers: { 'content-type': 'application/json' } }) };
  const headers = await signRequest(request, secrets, { service: 'ses', region: settings.region });
  return { ...request, headers };
}

/** The type may come with a namespace before and an address after it. */
function explain({ headers, text }: OutboundReply) {
  const body = readJson<{ __type: string; message: string; Message: string }>(text);
  const named = headers['x-amzn-errortype'] ?? asText(body.__type);
  const type = named?.split(':')[0]?.split('#').at(-1);
  return { code: type, text: asWords([type, body.message ?? body.Message], text) };
}

/** The rate limit is one of a second; the quota counts the last 24 hours, so some of it comes back all the time. */
const NEXT_SECOND = 1000;
const QUOTA_RETRY_MS = 3_600_000;

/** Amazon says no time to wait for. */
function classify(reply: OutboundReply): Judgement | undefined {
  const verdict = findVerdict(REFUSALS, reply, explain(reply));
  if (typeof verdict !== 'object' || verdict.retryAfterMs !== undefined) return verdict;
  if (verdict.quota) return { ...verdict, retryAfterMs: QUOTA_RETRY_MS };
  return verdict.fault === 'throttled' ? { ...verdict, retryAfterMs: NEXT_SECOND } : verdict;
}

const CAUSES: Record<string, Cause> = {
  AccessDeniedException: 'permission',
  AccountSuspendedException: 'blocked',
  NotFoundException: 'protocol',
};

/** GetAccount: is sending on, is it still the sandbox, how much of the last 24 hours is left? */
async function checkAccount(config: Config): Promise<Check> {
  return {
    name: 'auth',
    request: await sign(config, { method: 'GET', path: '/v2/email/account' }),
    cause: (reply) => CAUSES[explain(reply).code ?? ''],
    detail: ({ text }) => describeAccount(readJson<Account>(text)),
  };
}

type Account = {
  SendingEnabled: boolean;
  ProductionAccessEnabled: boolean;
  EnforcementStatus: string;
  SendQuota: { Max24HourSend: number; SentLast24Hours: number; MaxSendRate: number };
};

function describeAccount({ SendingEnabled, SendQuota, ...account }: Partial<Account>): string {
  if (SendingEnabled === undefined || !SendQuota)
    throw new TestFailure('protocol', 'The answer is not that of Amazon SES');
  if (!SendingEnabled)
    throw new TestFailure('blocked', `Amazon has switched sending off (${account.EnforcementStatus})`);
  const { Max24HourSend: most, SentLast24Hours: used, MaxSendRate: rate } = SendQuota;
  const unlimited = most < 0;
  if (!unlimited && used >= most)
    throw new TestFailure('quota', `All ${most} messages of the last 24 hours are used up`);
  return [
    unlimited ? 'no daily quota' : `${Math.floor(most - used)} of ${most} messages left for 24 hours`,
    `${rate} per second`,
    account.ProductionAccessEnabled ? 'production' : 'sandbox: only verified addresses receive mail',
  ].join(', ');
}
