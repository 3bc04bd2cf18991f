import { raceAbort } from '@/lib/async/abort';
import type { OutboundError } from '@/lib/outbound/outbound-error';
import { type OutboundReply, safeFetch } from '@/lib/outbound/safe-fetch';
import type { ProviderConfig } from '../../adapter';
import type { Outcome } from '../../api/call';
import { judge } from '../../api/judge';
import { fillJson, NOTHING_TO_SAY } from './fill';
import { basic, pairsOf } from './parts';
import { type Login, readDocument, type Secrets, type Settings } from './schema';
import { valueIn } from './value-in';

type Config = ProviderConfig<Settings, Secrets>;
type Token = { token: string; until: number };
type Asked = Token | { outcome: Outcome };

/** Of its life, so that it does not end on the way. */
const USED = 0.8;

/** By provider and version: whoever changes its settings or key begins anew. */
const held = new Map<string, { until: number; asked: Promise<Asked> }>();

/** The secrets as the gateway takes them with a message: where it has a login step, the token of that in place of the key. */
export async function loggedIn(
  config: Config,
  signal: AbortSignal,
): Promise<{ secrets: Partial<Secrets> } | { outcome: Outcome }> {
  const { login } = config.settings;
  if (!login) return { secrets: config.secrets };
  const stopped = () => new Error('the time was over at the login');
  const asked = await raceAbort(tokenFor(config, login), signal, stopped).catch(toOutcome);
  return 'outcome' in asked ? asked : { secrets: { ...config.secrets, apiKey: asked.token } };
}

/** Whoever comes while one is asked for waits for that one: with each new one a gateway may end those from before. */
function tokenFor(config: Config, login: Login): Promise<Asked> {
  const key = keyOf(config);
  const kept = held.get(key);
  if (kept && kept.until > Date.now()) return kept.asked;
  const own = { until: Number.POSITIVE_INFINITY, asked: ask(config, login) };
  held.set(key, own);
  void own.asked.then((asked) => {
    own.until = 'token' in asked ? asked.until : 0;
  });
  return own.asked;
}

/** The gateway does not know this one any more; another may be there already. */
export async function forgetToken(config: Config, { apiKey }: Partial<Secrets>): Promise<void> {
  const kept = held.get(keyOf(config));
  const asked = await kept?.asked;
  if (kept && asked && 'token' in asked && asked.token === apiKey) kept.until = 0;
}

function keyOf({ id, version }: Config): string {
  return `${id} ${version}`;
}

/** Whatever happens here, no message has been sent. */
async function ask(config: Config, login: Login): Promise<Asked> {
  const request = requestOf(config, login);
  try {
    // Not that of whoever asked first: others wait for it, too.
    const { signal } = new AbortController();
    const reply = await safeFetch({ ...request, timeoutMs: config.settings.timeoutMs, signal });
    const token = reply.status < 300 ? valueIn(reply.text, login.tokenPath) : undefined;
    if (token === undefined) return { outcome: refusalOf(request, reply, config.settings.timeoutMs) };
    const told = Number(login.secondsPath ? valueIn(reply.text, login.secondsPath) : undefined);
    const seconds = Number.isFinite(told) && told > 0 ? told : login.seconds;
    return { token, until: Date.now() + seconds * 1000 * USED };
  } catch (error) {
    return toOutcome(error as OutboundError);
  }
}

function toOutcome({ code, message }: Partial<OutboundError> & Error): { outcome: Outcome } {
  return { outcome: { ...DOWN, code: code ?? 'internal', reply: message.slice(0, 1000) } };
}

function requestOf({ settings, secrets }: Config, login: Login) {
  const { username = '' } = settings;
  const { apiKey = '' } = secrets;
  const values = { ...NOTHING_TO_SAY, username, secret: apiKey };
  const url = new URL(login.endpoint);
  const pairs = pairsOf(login.template, values);
  if (login.format === 'query') for (const [name, value] of pairs) url.searchParams.append(name, value);
  const authorization =
    login.auth === 'basic'
      ? basic(username, apiKey)
      : login.auth === 'bearer'
        ? `Bearer ${apiKey}`
        : undefined;
  const type = login.format === 'json' ? 'application/json' : 'application/x-www-form-urlencoded';
  return {
    method: login.method,
    url: url.toString(),
    headers: {
      accept: 'application/json',
      ...(authorization && { authorization }),
      ...(login.format !== 'query' && { 'content-type': type }),
    },
    ...(login.format !== 'query' && {
      body:
        login.format === 'json'
          ? JSON.stringify(fillJson(readDocument(login.template), values))
          : new URLSearchParams(pairs).toString(),
    }),
  };
}

function refusalOf(request: ReturnType<typeof requestOf>, reply: OutboundReply, timeoutMs: number): Outcome {
  const call = {
    ...request,
    timeoutMs,
    messageId: () => undefined,
    explain: ({ text }: OutboundReply) => ({ text: `at the login: ${text.slice(0, 2000)}` }),
    // An answer without a token, too.
    classify: ({ status }: OutboundReply) =>
      status < 300 ? ({ fault: 'provider', permanent: true } as const) : undefined,
  };
  const outcome = judge(call, reply);
  return outcome.outcome === 'refused' ? outcome : { ...DOWN, code: outcome.code, reply: outcome.reply };
}

const DOWN = { outcome: 'refused', fault: 'provider', permanent: false } as const;
