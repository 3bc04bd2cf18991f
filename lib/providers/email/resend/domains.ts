import type { OutboundReply } from '@/lib/outbound/safe-fetch';
import type { ProviderConfig } from '../../adapter';
import { askService, listIn, unreadable } from '../../api/ask-service';
import { readJson } from '../../api/json';
import type { Reach } from '../../api/reach';
import type { DomainApi, DomainRecord, DomainThere } from '../../domain-api';
import { toRecord } from '../api/domain-records';
import { fieldsOf, listOf, textOf } from '../events/fields';

const PURPOSES: Record<string, DomainRecord['purpose']> = {
  DKIM: 'dkim',
  SPF: 'return_path',
  Tracking: 'tracking',
};
/** "Maximum value: 100"; a thousand domains are more than anybody looks at. */
const AT_ONCE = '100';
const MOST_PAGES = 10;

/** Its domains; a key that may only send is refused with 401 `restricted_api_key`. */
export function resendDomains<Settings, Secrets extends { apiKey: string }>(
  reach: Reach<ProviderConfig<Settings, Secrets>>,
): DomainApi<Settings, Secrets> {
  type Config = ProviderConfig<Settings, Secrets>;
  async function idOf(config: Config, domain: string): Promise<string | undefined> {
    const { url, headers } = reach(config);
    let after: string | undefined;
    for (let page = 0; page < MOST_PAGES; page++) {
      const query = new URLSearchParams({ limit: AT_ONCE, ...(after && { after }) });
      const reply = await askService({ method: 'GET', url: `${url}/domains?${query}`, headers });
      const { data, has_more: hasMore } = readJson<{ data: unknown; has_more: unknown }>(reply.text);
      const list = listIn(data, reply).map(fieldsOf);
      const found = list.find(({ name }) => textOf(name)?.toLowerCase() === domain);
      if (found) return textOf(found.id);
      after = textOf(list.at(-1)?.id);
      if (hasMore !== true || !after) return undefined;
    }
    return undefined;
  }
  return {
    source: { url: 'https://resend.com/docs/api-reference/domains/get-domain', checked: '2026-11-29' },
    permissions: { find: 'full_access', create: 'full_access' },
    async find(config, domain) {
      const id = await idOf(config, domain);
      if (!id) return null;
      const { url, headers } = reach(config);
      const one = `${url}/domains/${encodeURIComponent(id)}`;
      return read(await askService({ method: 'GET', url: one, headers }), domain);
    },
    async create(config, domain) {
      const { url, headers } = reach(config);
      const reply = await askService({
        method: 'POST',
        url: `${url}/domains`,
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ name: domain }),
      });
      return read(reply, domain);
    },
  };
}

function read(reply: OutboundReply, domain: string): DomainThere {
  const { status, records } = readJson<Record<string, unknown>>(reply.text);
  if (!textOf(status)) throw unreadable(reply);
  return {
    verified: status === 'verified',
    records: listOf(records)
      .map(fieldsOf)
      .flatMap(({ record, type, name, value, priority }) => {
        const purpose = PURPOSES[textOf(record) ?? ''];
        return purpose ? toRecord(domain, { purpose, type, name, value, priority }) : [];
      }),
  };
}
