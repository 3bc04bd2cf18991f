import type { OutboundReply } from '@/lib/outbound/safe-fetch';
import type { ProviderConfig } from '../../adapter';
import { askService, listIn, unreadable } from '../../api/ask-service';
import { readJson } from '../../api/json';
import type { Reach } from '../../api/reach';
import type { HookApi } from '../../hook-api';
import { isSamePlace } from '../events/same-place';

type Secrets = { apiKey: string };
type Webhook = { id?: string; url?: string; enabled?: boolean; public_key?: string } & Record<
  string,
  unknown
>;

/** What `events.ts` understands. Opens and clicks come only where the account tracks them. */
const EVENTS = [
  'processed',
  'deferred',
  'delivered',
  'bounce',
  'dropped',
  'spam_report',
  'unsubscribe',
  'group_unsubscribe',
  'open',
  'click',
];

/** Its settings of one webhook of several: https://github.com/twilio/sendgrid-oai/blob/main/spec/yaml/tsg_webhooks_v3.yaml */
export function sendgridHooks<Settings extends { webhookPublicKey?: string }>(
  reach: Reach<ProviderConfig<Settings, Secrets>>,
): HookApi<Settings, Secrets> {
  type Config = ProviderConfig<Settings, Secrets>;
  const ask = (config: Config, method: 'GET' | 'POST' | 'PATCH', path: string, body?: object) => {
    const { url, headers } = reach(config);
    return askService(
      {
        method,
        url: `${url}/v3/user/webhooks/event/settings${path}`,
        headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
        body: body && JSON.stringify(body),
      },
      // "You have reached the maximum number of webhooks per your current billing plan."
      {
        means: ({ status, text }) =>
          status === 400 && /maximum number of webhooks/i.test(text) ? 'limit' : undefined,
      },
    );
  };
  const at = async (config: Config, url: string): Promise<Webhook | undefined> => {
    const reply = await ask(config, 'GET', '/all');
    const hooks = listIn(readJson<{ webhooks: unknown }>(reply.text).webhooks, reply) as Webhook[];
    return hooks.find((one) => one && isSamePlace(one.url, url));
  };
  const missing = (hook: Webhook) => EVENTS.filter((event) => hook[event] !== true);
  return {
    source: {
      url: 'https://www.twilio.com/docs/sendgrid/api-reference/webhooks/create-an-event-webhook',
      checked: '2026-11-29',
    },
    async find(config, url) {
      const hook = await at(config, url);
      if (!hook) return null;
      const key = hook.public_key;
      const proven = !!key && key === config.settings.webhookPublicKey;
      return { missing: missing(hook), active: hook.enabled === true, proven, confirmed: true };
    },
    async register(config, url, keep) {
      const known = await at(config, url);
      // Switched on last: what comes unsigned would be turned away.
      const off = { url, friendly_name: 'Relevo', enabled: false, ...told(EVENTS) };
      const hook = known ?? (await read(ask(config, 'POST', '', off), 'id'));
      const id = encodeURIComponent(hook.id!);
      const signed = hook.public_key
        ? hook
        : await read(ask(config, 'PATCH', `/signed/${id}`, { enabled: true }), 'public_key');
      const isNew = signed.public_key !== config.settings.webhookPublicKey;
      if (isNew) await keep({ settings: { webhookPublicKey: signed.public_key } as Partial<Settings> });
      const added = known ? missing(known) : EVENTS;
      if (!known?.enabled || added.length > 0)
        await ask(config, 'PATCH', `/${id}`, {
          ...told(known ? eventsOf(known) : EVENTS),
          ...told(EVENTS),
          url: hook.url ?? url,
          friendly_name: hook.friendly_name ?? 'Relevo',
          enabled: true,
        });
      const isMended = !known?.enabled || added.length > 0 || !known.public_key || isNew;
      return { did: !known ? 'made' : isMended ? 'mended' : 'kept', added };
    },
  };
}

async function read(asked: Promise<OutboundReply>, needed: 'id' | 'public_key'): Promise<Webhook> {
  const reply = await asked;
  const webhook = readJson<Webhook>(reply.text) as Webhook;
  if (!webhook[needed]) throw unreadable(reply);
  return webhook;
}

const told = (events: string[]) => Object.fromEntries(events.map((event) => [event, true]));

/** Also of what is of no use here: whoever switched it on has a reason. */
function eventsOf(hook: Webhook): string[] {
  return [...EVENTS, 'group_resubscribe'].filter((event) => hook[event] === true);
}
