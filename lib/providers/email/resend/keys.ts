import type { ProviderConfig } from '../../adapter';
import { askService, unreadable } from '../../api/ask-service';
import { readJson } from '../../api/json';
import type { Reach } from '../../api/reach';
import type { KeyApi } from '../../key-api';

/** Only a key with full access may make others; a sending key is refused with 401 `restricted_api_key`. */
export function resendKeys<Settings, Secrets extends { apiKey: string }>(
  reach: Reach<ProviderConfig<Settings, Secrets>>,
): KeyApi<Settings, Secrets> {
  return {
    source: { url: 'https://resend.com/docs/api-reference/api-keys/create-api-key', checked: '2026-11-29' },
    // The list tells names and ids, and nothing of the key itself.
    idOf: async () => undefined,
    async make(config, name) {
      const { url, headers } = reach(config);
      const reply = await askService({
        method: 'POST',
        url: `${url}/api-keys`,
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ name, permission: 'full_access' }),
      });
      const { id, token } = readJson<{ id: string; token: string }>(reply.text);
      if (!id || !token) throw unreadable(reply);
      return { id, secrets: { apiKey: token } as Partial<Secrets> };
    },
    async find(config, { name }) {
      const { url, headers } = reach(config);
      const reply = await askService({ method: 'GET', url: `${url}/api-keys`, headers });
      const { data = [] } = readJson<{ data: { id: string; name: string }[] }>(reply.text);
      return data.filter((key) => key.name === name).map(({ id }) => id);
    },
    async end(config, id) {
      const { url, headers } = reach(config);
      const one = `${url}/api-keys/${encodeURIComponent(id)}`;
      await askService({ method: 'DELETE', url: one, headers }, { passes: ({ status }) => status === 404 });
    },
  };
}
