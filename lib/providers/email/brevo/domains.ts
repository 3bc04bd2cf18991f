import type { ProviderConfig } from '../../adapter';
import { askService, unreadable } from '../../api/ask-service';
import { readJson } from '../../api/json';
import type { Reach } from '../../api/reach';
import type { DomainApi, DomainRecord, DomainThere } from '../../domain-api';
import { toRecord } from '../api/domain-records';
import { fieldsOf } from '../events/fields';

/** Its sender domains. A key of Brevo may do all or nothing: what is refused is for want of a plan or of an allowed address. */
export function brevoDomains<Settings, Secrets extends { apiKey: string }>(
  reach: Reach<ProviderConfig<Settings, Secrets>>,
): DomainApi<Settings, Secrets> {
  type Config = ProviderConfig<Settings, Secrets>;
  async function find(config: Config, domain: string): Promise<DomainThere | null> {
    const { url, headers } = reach(config);
    const reply = await askService(
      { method: 'GET', url: `${url}/v3/senders/domains/${encodeURIComponent(domain)}`, headers },
      { passes: ({ status }) => status === 404 },
    );
    if (reply.status === 404) return null;
    const { authenticated, dns_records: records } = readJson<Record<string, unknown>>(reply.text);
    if (typeof authenticated !== 'boolean') throw unreadable(reply);
    return { verified: authenticated, records: toRecords(records, domain) };
  }
  return {
    source: { url: 'https://developers.brevo.com/reference/get-domain-configuration', checked: '2026-11-29' },
    permissions: { find: null, create: null },
    find,
    async create(config, domain) {
      const { url, headers } = reach(config);
      const reply = await askService(
        {
          method: 'POST',
          url: `${url}/v3/senders/domains`,
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify({ name: domain }),
        },
        { passes: ({ text }) => readJson<{ code: string }>(text).code === 'duplicate_parameter' },
      );
      const told = readJson<Record<string, unknown>>(reply.text);
      if (told.dns_records) return { verified: false, records: toRecords(told.dns_records, domain) };
      const there = await find(config, domain);
      if (!there) throw unreadable(reply);
      return there;
    },
  };
}

/** `dkim_record`, or two CNAMEs `dkim1Record` and `dkim2Record` of newer accounts; DMARC is Relevo's own. */
function toRecords(told: unknown, domain: string): DomainRecord[] {
  return Object.entries(fieldsOf(told)).flatMap(([key, record]) => {
    const purpose = /^dkim/i.test(key) ? 'dkim' : /^brevo/i.test(key) ? 'ownership' : null;
    const { type, host_name: name, value } = fieldsOf(record);
    return purpose ? toRecord(domain, { purpose, type, name, value }) : [];
  });
}
