import type { ProviderConfig } from '../../adapter';
import { askService, unreadable } from '../../api/ask-service';
import { readJson } from '../../api/json';
import type { Reach } from '../../api/reach';
import type { KeyApi } from '../../key-api';
import { encodeForm } from './form';

type Key = { id: string; description?: string; kind: string; role: string; domain_name?: string | null };

/** As the one in use, where the list shows which that is; else an administrator's, since no lesser one is documented to make keys. */
export function mailgunKeys<Settings, Secrets extends { apiKey: string }>(
  reach: Reach<ProviderConfig<Settings, Secrets>>,
): KeyApi<Settings, Secrets> {
  type Config = ProviderConfig<Settings, Secrets>;
  const list = async (config: Config) => {
    const { url, headers } = reach(config);
    const reply = await askService({ method: 'GET', url: `${url}/v1/keys`, headers });
    return readJson<{ items: Key[] }>(reply.text).items ?? [];
  };
  // The ids of the documents' examples (`f2153fd0-f1277777`) are how a key ends; taken for it only where the list has such a one.
  const inUse = async (config: Config) =>
    (await list(config)).find(({ id }) => id.length >= 8 && config.secrets.apiKey?.endsWith(`-${id}`));
  return {
    source: {
      url: 'https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/keys/post-v1-keys',
      checked: '2026-11-29',
    },
    idOf: async (config) => (await inUse(config))?.id,
    async make(config, name) {
      const { url, headers } = reach(config);
      const { role = 'admin', kind = 'user', domain_name: domain } = (await inUse(config)) ?? {};
      const fields = {
        role,
        kind,
        description: name,
        ...(kind === 'domain' && domain && { domain_name: domain }),
      };
      const form = await encodeForm(Object.entries(fields));
      const reply = await askService({
        method: 'POST',
        url: `${url}/v1/keys`,
        headers: { ...headers, 'content-type': form.type },
        body: form.body,
      });
      const { id, secret } = readJson<{ key: { id: string; secret: string } }>(reply.text).key ?? {};
      if (!id || !secret) throw unreadable(reply);
      return { id, secrets: { apiKey: secret } as Partial<Secrets> };
    },
    find: async (config, { name }) =>
      (await list(config)).filter(({ description }) => description === name).map(({ id }) => id),
    async end(config, id) {
      const { url, headers } = reach(config);
      const one = `${url}/v1/keys/${encodeURIComponent(id)}`;
      await askService({ method: 'DELETE', url: one, headers }, { passes: ({ status }) => status === 404 });
    },
  };
}
