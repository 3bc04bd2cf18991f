import type { ProviderConfig } from '../../adapter';
import { askService, unreadable } from '../../api/ask-service';
import { readJson } from '../../api/json';
import type { Reach } from '../../api/reach';
import type { KeyApi } from '../../key-api';

type Secrets = { apiKey: string };

/** Told of every key, and taken with none: https://github.com/twilio/sendgrid-oai/blob/main/spec/yaml/tsg_api_keys_v3.yaml, ApiKeyScopesResponse */
const NOT_GIVEN = /^(2fa_|sender_verification_)/;

/** Keys that may do what the one in use may, which needs `api_keys.create`, `.read` and `.delete` itself. */
export function sendgridKeys<Settings>(
  reach: Reach<ProviderConfig<Settings, Secrets>>,
): KeyApi<Settings, Secrets> {
  const json = { 'content-type': 'application/json' };
  return {
    source: {
      url: 'https://www.twilio.com/docs/sendgrid/api-reference/api-keys/create-api-keys',
      checked: '2026-11-29',
    },
    // `api_key: SG.xxxxxxxx.yyyyyyyy, api_key_id: xxxxxxxx`, in the answer's example there.
    idOf: async ({ secrets }) => /^SG\.([\w-]+)\./.exec(secrets.apiKey ?? '')?.[1],
    async make(config, name) {
      const { url, headers } = reach(config);
      const own = await askService({ method: 'GET', url: `${url}/v3/scopes`, headers });
      const { scopes = [] } = readJson<{ scopes: string[] }>(own.text);
      const body = JSON.stringify({ name, scopes: scopes.filter((scope) => !NOT_GIVEN.test(scope)) });
      const reply = await askService(
        { method: 'POST', url: `${url}/v3/api_keys`, headers: { ...headers, ...json }, body },
        // "If the number of maximum keys, 100, is reached, a 403 status will be returned."
        {
          means: ({ status, text }) => (status === 403 && /maximum|limit/i.test(text) ? 'limit' : undefined),
        },
      );
      const { api_key: apiKey, api_key_id: id } = readJson<{ api_key: string; api_key_id: string }>(
        reply.text,
      );
      if (!apiKey || !id) throw unreadable(reply);
      return { id, secrets: { apiKey } };
    },
    async find(config, { name }) {
      const { url, headers } = reach(config);
      const reply = await askService({ method: 'GET', url: `${url}/v3/api_keys`, headers });
      const { result = [] } = readJson<{ result: { name: string; api_key_id: string }[] }>(reply.text);
      return result.filter((key) => key.name === name).map((key) => key.api_key_id);
    },
    async end(config, id) {
      const { url, headers } = reach(config);
      const one = `${url}/v3/api_keys/${encodeURIComponent(id)}`;
      await askService({ method: 'DELETE', url: one, headers }, { passes: ({ status }) => status === 404 });
    },
  };
}
