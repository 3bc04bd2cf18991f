import type { ProviderConfig } from '../../adapter';
import { askService, listIn } from '../../api/ask-service';
import { readJson } from '../../api/json';
import type { Reach } from '../../api/reach';
import type { HookApi } from '../../hook-api';
import { type Fields, fieldsOf, listOf, textOf } from '../events/fields';
import { newHookToken } from '../events/new-token';
import { isSamePlace, passwordIn } from '../events/same-place';

/** As its API calls them; what it posts has other names. `sent` is the same as `request`. */
const EVENTS = [
  'sent',
  'delivered',
  'deferred',
  'hardBounce',
  'softBounce',
  'blocked',
  'invalid',
  'spam',
  'unsubscribed',
  'opened',
  'click',
];

/** Of the account, forty at most: https://developers.brevo.com/reference/create-webhook, https://developers.brevo.com/docs/how-to-use-webhooks */
export function brevoHooks<Settings, Secrets extends { apiKey: string; webhookToken: string }>(
  reach: Reach<ProviderConfig<Settings, Secrets>>,
): HookApi<Settings, Secrets> {
  type Config = ProviderConfig<Settings, Secrets>;
  const ask = (config: Config, method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => {
    const { url, headers } = reach(config);
    const type = body && { 'content-type': 'application/json' };
    return askService(
      {
        method,
        url: `${url}/v3/webhooks${path}`,
        headers: { ...headers, ...type },
        body: body && JSON.stringify(body),
      },
      {
        means: ({ status, text }) =>
          status === 400 && /\b(limit|maximum|exceed)/i.test(text) ? 'limit' : undefined,
        // An account without any has no list.
        passes: ({ status }) => method === 'GET' && status === 404,
      },
    );
  };
  const at = async (config: Config, url: string): Promise<Fields | undefined> => {
    const reply = await ask(config, 'GET', '?type=transactional');
    if (reply.status === 404) return undefined;
    const hooks = listIn(readJson<{ webhooks: unknown }>(reply.text).webhooks, reply).map(fieldsOf);
    return hooks.find((hook) => isSamePlace(hook.url, url));
  };
  return {
    source: { url: 'https://developers.brevo.com/reference/create-webhook', checked: '2026-11-29' },
    async find(config, url) {
      const hook = await at(config, url);
      if (!hook) return null;
      return { missing: missing(hook), active: true, proven: shows(hook, config), confirmed: true };
    },
    async register(config, url, keep) {
      const known = await at(config, url);
      const token = config.secrets.webhookToken ?? newHookToken();
      if (token !== config.secrets.webhookToken)
        await keep({ secrets: { webhookToken: token } as Partial<Secrets> });
      const auth = { type: 'bearer', token };
      if (!known) {
        const body = {
          url,
          description: 'Relevo',
          type: 'transactional',
          channel: 'email',
          auth,
          events: EVENTS,
        };
        await ask(config, 'POST', '', body);
        return { did: 'made', added: EVENTS };
      }
      const added = missing(known);
      const isShown = shows(known, { secrets: { webhookToken: token } });
      if (added.length === 0 && isShown) return { did: 'kept', added };
      const events = [
        ...new Set([...listOf(known.events).flatMap((event) => textOf(event) ?? []), ...added]),
      ];
      await ask(config, 'PUT', `/${encodeURIComponent(textOf(known.id) ?? '')}`, { url, auth, events });
      return { did: 'mended', added };
    },
  };
}

function missing({ events }: Fields): string[] {
  const told = new Set(listOf(events).map(plain));
  return EVENTS.filter((event) => !told.has(plain(event)));
}

/** It takes `hardBounce`, and tells `hard_bounce` in some places. */
function plain(event: unknown): string {
  const name = String(event).replaceAll('_', '').toLowerCase();
  return name === 'request' ? 'sent' : name;
}

function shows({ auth, url }: Fields, { secrets }: { secrets: { webhookToken?: string } }): boolean {
  const token = secrets.webhookToken;
  return !!token && [fieldsOf(auth).token, passwordIn(url)].includes(token);
}
