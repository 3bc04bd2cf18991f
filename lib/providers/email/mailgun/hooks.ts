import type { ProviderConfig } from '../../adapter';
import { askService, unreadable } from '../../api/ask-service';
import { asText, readJson } from '../../api/json';
import type { Reach } from '../../api/reach';
import type { HookApi } from '../../hook-api';
import { ServiceFailure } from '../../service-failure';
import { fieldsOf, listOf, textOf } from '../events/fields';
import { isSamePlace } from '../events/same-place';
import { encodeForm } from './form';

/** Its types of webhooks. Opens and clicks come only where the domain tracks them. */
const TYPES = [
  'accepted',
  'delivered',
  'permanent_fail',
  'temporary_fail',
  'complained',
  'unsubscribed',
  'opened',
  'clicked',
];
/** "Maximum of 3 urls for a given webhook type." */
const MOST_URLS = 3;

/**
 * Of the domain, each type with up to three addresses: those of others stay in the list.
 * https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-webhooks
 */
export function mailgunHooks<
  Settings extends { domain: string },
  Secrets extends { apiKey: string; webhookSigningKey: string },
>(reach: Reach<ProviderConfig<Settings, Secrets>>): HookApi<Settings, Secrets> {
  type Config = ProviderConfig<Settings, Secrets>;
  const ofDomain = (config: Config) =>
    `${reach(config).url}/v3/domains/${encodeURIComponent(config.settings.domain)}/webhooks`;
  const list = async (config: Config): Promise<Map<string, string[]>> => {
    const { headers } = reach(config);
    const reply = await askService({ method: 'GET', url: ofDomain(config), headers });
    const { webhooks } = readJson<{ webhooks: unknown }>(reply.text);
    return new Map(TYPES.map((type) => [type, urlsIn(fieldsOf(webhooks)[type])]));
  };
  const without = (urls: Map<string, string[]>, url: string) =>
    TYPES.filter((type) => !urls.get(type)?.some((one) => isSamePlace(one, url)));
  return {
    source: {
      url: 'https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domain-webhooks',
      checked: '2026-11-29',
    },
    async find(config, url) {
      const missing = without(await list(config), url);
      if (missing.length === TYPES.length) return null;
      const key = await signingKey(reach(config)).catch(() => null);
      const proven = key === null ? null : key === config.secrets.webhookSigningKey;
      return { missing, active: true, proven, confirmed: true };
    },
    async register(config, url, keep) {
      const { headers } = reach(config);
      const urls = await list(config);
      const key = await signingKey(reach(config)).catch((error: unknown) => {
        // A key that may not read it is no hindrance where a person has entered it.
        if (config.secrets.webhookSigningKey) return config.secrets.webhookSigningKey;
        throw error;
      });
      const isNew = key !== config.secrets.webhookSigningKey;
      if (isNew) await keep({ secrets: { webhookSigningKey: key } as Partial<Secrets> });
      const added = without(urls, url);
      const full = added.filter((type) => urls.get(type)!.length >= MOST_URLS);
      if (full.length > 0)
        throw new ServiceFailure('limit', `${full.join(', ')}: ${MOST_URLS} addresses there already`);
      for (const type of added) {
        const others = urls.get(type)!;
        const fields: [string, string][] = [...others, url].map((one) => ['url', one]);
        const isFirst = others.length === 0;
        const form = await encodeForm(isFirst ? [['id', type], ...fields] : fields);
        await askService({
          method: isFirst ? 'POST' : 'PUT',
          url: isFirst ? ofDomain(config) : `${ofDomain(config)}/${type}`,
          headers: { ...headers, 'content-type': form.type },
          body: form.body,
        });
      }
      if (added.length === TYPES.length) return { did: 'made', added };
      return { did: added.length > 0 || isNew ? 'mended' : 'kept', added };
    },
  };
}

/** In older answers one `url` instead of the list. */
function urlsIn(webhook: unknown): string[] {
  const { urls, url } = fieldsOf(webhook);
  return [...listOf(urls), ...(Array.isArray(urls) ? [] : [url])].flatMap((one) => textOf(one) ?? []);
}

/** Of the account: https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/account-management/get-v5-accounts-http_signing_key */
async function signingKey({ url, headers }: ReturnType<Reach<never>>): Promise<string> {
  const reply = await askService({ method: 'GET', url: `${url}/v5/accounts/http_signing_key`, headers });
  const key = asText(readJson<{ http_signing_key: string }>(reply.text).http_signing_key);
  if (!key) throw unreadable(reply);
  return key;
}
