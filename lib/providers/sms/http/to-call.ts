import type { OutgoingSms } from '@/lib/channels/sms/outgoing-sms';
import type { OutboundReply } from '@/lib/outbound/safe-fetch';
import type { ProviderConfig } from '../../adapter';
import type { ApiCall, Judgement } from '../../api/call';
import { toVerdict } from '../../api/rules';
import { escapeXml, fill, fillJson, type Values, valuesOf } from './fill';
import { basic, pairsOf } from './parts';
import { reportUrl } from './report-url';
import { type Refusal, readDocument, type Secrets, type Settings } from './schema';
import { valueIn } from './value-in';

type Config = ProviderConfig<Settings, Secrets>;

const TYPES = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
  xml: 'application/xml; charset=utf-8',
  text: 'text/plain; charset=utf-8',
};

/** The request as the settings describe it, and what its answers mean. */
export function toCall({ id, settings, secrets }: Config, message: OutgoingSms): ApiCall {
  const { username, sender: from, format } = settings;
  const callbackUrl = reportUrl(id, secrets.webhookToken, message);
  const values = valuesOf(message, { from, username, secret: secrets.apiKey, callbackUrl });
  const url = new URL(settings.endpoint);
  if (format === 'query')
    for (const [name, value] of pairsOf(settings.template, values)) url.searchParams.append(name, value);
  if (settings.auth === 'query') url.searchParams.append(settings.authName ?? '', secrets.apiKey ?? '');
  return {
    method: settings.method,
    url: url.toString(),
    headers: {
      accept: '*/*',
      ...authHeader(settings, secrets),
      ...(format !== 'query' && { 'content-type': TYPES[format] }),
    },
    ...(format !== 'query' && { body: bodyOf(settings, values) }),
    timeoutMs: settings.timeoutMs,
    messageId: ({ text }) => (settings.idPath ? valueIn(text, settings.idPath) : undefined),
    accepts: (reply) => isTaken(settings, reply),
    explain: ({ text }) => ({ text: text.slice(0, 4000) }),
    classify: (reply) => meaningOf(settings, reply),
  };
}

export function authHeader(
  { auth, authName, username = '' }: Settings,
  { apiKey = '' }: Partial<Secrets>,
): Record<string, string> {
  switch (auth) {
    case 'bearer':
      return { authorization: `Bearer ${apiKey}` };
    case 'basic':
      return { authorization: basic(username, apiKey) };
    case 'header':
      return { [authName ?? '']: apiKey };
    default:
      return {};
  }
}

function bodyOf({ format, template }: Settings, values: Values): string {
  switch (format) {
    case 'json':
      return JSON.stringify(fillJson(readDocument(template), values));
    case 'form':
      return new URLSearchParams(pairsOf(template, values)).toString();
    case 'xml':
      return fill(template, values, escapeXml);
    default:
      return fill(template, values);
  }
}

/** A gateway answers 200 to what it refuses, too: where the settings say what a good answer has, nothing else counts. */
function isTaken({ successPath, successValue, successText }: Settings, { text }: OutboundReply): boolean {
  if (successPath) {
    const found = valueIn(text, successPath);
    if (found === undefined || (successValue !== undefined && found !== successValue)) return false;
  }
  return successText === undefined || text.toLowerCase().includes(successText.toLowerCase());
}

function meaningOf(settings: Settings, reply: OutboundReply): Judgement | undefined {
  const rule = settings.refusals.find((one) => fits(one, reply));
  if (rule) return toVerdict(rule.means, reply);
  if (reply.status >= 500 && !settings.failuresAreSafe) return 'unknown';
  // An answer of the gateway's own that says neither: it refused, and another one may carry it.
  const isOther = reply.status >= 200 && reply.status < 300 && !isTaken(settings, reply);
  return isOther ? { fault: 'provider', permanent: false } : undefined;
}

function fits({ status, path, equals, says }: Refusal, reply: OutboundReply): boolean {
  if (status !== undefined && status !== reply.status) return false;
  if (says !== undefined && !reply.text.toLowerCase().includes(says.toLowerCase())) return false;
  if (path === undefined) return status !== undefined || says !== undefined;
  const found = valueIn(reply.text, path);
  return found !== undefined && (equals === undefined || found === equals);
}
