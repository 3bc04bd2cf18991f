import type { ProviderConfig } from '../../adapter';
import { askService, listIn, unreadable } from '../../api/ask-service';
import { asText, readJson } from '../../api/json';
import type { Reach } from '../../api/reach';
import type { HookApi } from '../../hook-api';
import { isSamePlace } from '../events/same-place';

type Webhook = { id: string; endpoint: string; status?: string; events?: string[] | null };

/** Opens and clicks come only where the domain tracks them. */
const EVENTS = [
  'email.sent',
  'email.delivered',
  'email.delivery_delayed',
  'email.bounced',
  'email.complained',
  'email.failed',
  'email.suppressed',
  'email.opened',
  'email.clicked',
];

/** Only a key with full access may; each webhook has a signing secret, which can be read again: https://resend.com/docs/api-reference/webhooks/create-webhook */
export function resendHooks<Settings, Secrets extends { apiKey: string; webhookToken: string }>(
  reach: Reach<ProviderConfig<Settings, Secrets>>,
): HookApi<Settings, Secrets> {
  type Config = ProviderConfig<Settings, Secrets>;
  const ask = (config: Config, method: 'GET' | 'POST' | 'PATCH', path: string, body?: object) => {
    const { url, headers } = reach(config);
    const type = body && { 'content-type': 'application/json' };
    return askService({
      method,
      url: `${url}/webhooks${path}`,
      headers: { ...headers, ...type },
      body: body && JSON.stringify(body),
    });
  };
  const at = async (config: Config, url: string): Promise<Webhook | undefined> => {
    // https://resend.com/docs/api-reference/pagination: 100 at most.
    const reply = await ask(config, 'GET', '?limit=100');
    const hooks = listIn(readJson<{ data: unknown }>(reply.text).data, reply) as Webhook[];
    return hooks.find((one) => one && isSamePlace(one.endpoint, url));
  };
  const secretOf = async (config: Config, { id }: Webhook): Promise<string> => {
    const reply = await ask(config, 'GET', `/${encodeURIComponent(id)}`);
    const secret = asText(readJson<{ signing_secret: string }>(reply.text).signing_secret);
    if (!secret) throw unreadable(reply);
    return secret;
  };
  return {
    source: { url: 'https://resend.com/docs/api-reference/webhooks/create-webhook', checked: '2026-11-29' },
    async find(config, url) {
      const hook = await at(config, url);
      if (!hook) return null;
      const proven = (await secretOf(config, hook)) === config.secrets.webhookToken;
      return { missing: missing(hook), active: isActive(hook), proven, confirmed: true };
    },
    async register(config, url, keep) {
      const known = await at(config, url);
      const keepSecret = (secret: string) => keep({ secrets: { webhookToken: secret } as Partial<Secrets> });
      if (!known) {
        const reply = await ask(config, 'POST', '', { endpoint: url, events: EVENTS });
        const secret = asText(readJson<{ signing_secret: string }>(reply.text).signing_secret);
        if (!secret) throw unreadable(reply);
        await keepSecret(secret);
        return { did: 'made', added: EVENTS };
      }
      const secret = await secretOf(config, known);
      const isNew = secret !== config.secrets.webhookToken;
      if (isNew) await keepSecret(secret);
      const added = missing(known);
      const isWhole = added.length === 0 && isActive(known);
      if (!isWhole) {
        const events = [...new Set([...(known.events ?? []), ...EVENTS])];
        await ask(config, 'PATCH', `/${encodeURIComponent(known.id)}`, { events, status: 'enabled' });
      }
      return { did: isWhole && !isNew ? 'kept' : 'mended', added };
    },
  };
}

function missing({ events }: Webhook): string[] {
  return EVENTS.filter((event) => !events?.includes(event));
}

function isActive({ status }: Webhook): boolean {
  return status !== 'disabled';
}
