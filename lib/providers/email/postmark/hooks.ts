import type { ProviderConfig } from '../../adapter';
import { askService, listIn } from '../../api/ask-service';
import { readJson } from '../../api/json';
import type { Reach } from '../../api/reach';
import type { HookApi } from '../../hook-api';
import { type Fields, fieldsOf, listOf, textOf } from '../events/fields';
import { newHookToken } from '../events/new-token';
import { isSamePlace, passwordIn } from '../events/same-place';

/** Opens and clicks come only where the server or the message tracks them. */
const TRIGGERS = ['Delivery', 'Bounce', 'SpamComplaint', 'SubscriptionChange', 'Open', 'Click'];

/** Of one message stream: https://postmarkapp.com/developer/api/webhooks-api */
export function postmarkHooks<
  Settings extends { messageStream?: string },
  Secrets extends { apiKey: string; webhookToken: string },
>(reach: Reach<ProviderConfig<Settings, Secrets>>): HookApi<Settings, Secrets> {
  type Config = ProviderConfig<Settings, Secrets>;
  const streamOf = ({ settings }: Config) => settings.messageStream ?? 'outbound';
  const ask = (config: Config, method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => {
    const { url, headers } = reach(config);
    const type = body && { 'content-type': 'application/json' };
    return askService({
      method,
      url: `${url}/webhooks${path}`,
      headers: { ...headers, ...type },
      body: body && JSON.stringify(body),
    });
  };
  const at = async (config: Config, url: string): Promise<Fields | undefined> => {
    const stream = new URLSearchParams({ MessageStream: streamOf(config) });
    const reply = await ask(config, 'GET', `?${stream}`);
    const hooks = listIn(readJson<{ Webhooks: unknown }>(reply.text).Webhooks, reply).map(fieldsOf);
    return hooks.find(({ Url }) => isSamePlace(Url, url));
  };
  return {
    source: { url: 'https://postmarkapp.com/developer/api/webhooks-api', checked: '2026-11-29' },
    async find(config, url) {
      const hook = await at(config, url);
      if (!hook) return null;
      const proven = shows(hook, config.secrets.webhookToken);
      return { missing: missing(hook), active: true, proven, confirmed: true };
    },
    async register(config, url, keep) {
      const known = await at(config, url);
      const token = config.secrets.webhookToken ?? newHookToken();
      if (token !== config.secrets.webhookToken)
        await keep({ secrets: { webhookToken: token } as Partial<Secrets> });
      const HttpAuth = { Username: 'relevo', Password: token };
      if (!known) {
        const body = { Url: url, MessageStream: streamOf(config), HttpAuth, Triggers: triggersOf({}) };
        await ask(config, 'POST', '', body);
        return { did: 'made', added: TRIGGERS };
      }
      const added = missing(known);
      if (added.length === 0 && shows(known, token)) return { did: 'kept', added };
      const { ID, HttpHeaders } = known;
      await ask(config, 'PUT', `/${encodeURIComponent(textOf(ID) ?? '')}`, {
        Url: url,
        HttpAuth,
        ...(Array.isArray(HttpHeaders) && { HttpHeaders }),
        Triggers: triggersOf(fieldsOf(known.Triggers)),
      });
      return { did: 'mended', added };
    },
  };
}

function missing({ Triggers }: Fields): string[] {
  const set = fieldsOf(Triggers);
  return TRIGGERS.filter((trigger) => fieldsOf(set[trigger]).Enabled !== true);
}

/** What is chosen there besides stays: whether it comes with the content, whether each opening is told. */
function triggersOf(set: Fields): Fields {
  const usual: Fields = {
    Open: { PostFirstOpenOnly: false },
    Bounce: { IncludeContent: false },
    SpamComplaint: { IncludeContent: false },
  };
  const on = TRIGGERS.map((trigger) => [
    trigger,
    { ...fieldsOf(usual[trigger]), ...fieldsOf(set[trigger]), Enabled: true },
  ]);
  return { ...set, ...Object.fromEntries(on) };
}

/** By basic authentication, in the address or beside it, or in a header of ours. */
function shows({ Url, HttpAuth, HttpHeaders }: Fields, token: string | undefined): boolean {
  if (!token) return false;
  const headers = listOf(HttpHeaders).map(fieldsOf);
  const inHeader = headers.find(({ Name }) => String(Name).toLowerCase() === 'x-webhook-token')?.Value;
  return [fieldsOf(HttpAuth).Password, passwordIn(Url), inHeader].includes(token);
}
