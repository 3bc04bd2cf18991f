import type { OutboundReply } from '@/lib/outbound/safe-fetch';
import type { ProviderConfig } from '../../adapter';
import { askService, unreadable } from '../../api/ask-service';
import { readJson } from '../../api/json';
import type { Reach } from '../../api/reach';
import type { DomainApi, DomainRecord, DomainThere } from '../../domain-api';
import { toRecord } from '../api/domain-records';
import { fieldsOf, listOf, textOf } from '../events/fields';

/**
 * Of the one domain that the provider sends by, whatever From says: often one below, such as mg.example.com. What it wants for incoming mail
 * is left out, and so is the SPF record where it sends by the domain itself: there is one of all who send, which Relevo makes.
 */
export function mailgunDomains<Settings extends { domain: string }, Secrets extends { apiKey: string }>(
  reach: Reach<ProviderConfig<Settings, Secrets>>,
): DomainApi<Settings, Secrets> {
  return {
    source: {
      url: 'https://documentation.mailgun.com/docs/mailgun/api-reference/send/mailgun/domains/get-v4-domains--name-',
      checked: '2026-11-29',
    },
    // The least of its roles that may: https://documentation.mailgun.com/docs/mailgun/user-manual/api-key-mgmt/rbac-mgmt
    permissions: { find: 'Analyst', create: 'Developer' },
    async find(config, domain) {
      const { url, headers } = reach(config);
      const own = config.settings.domain.toLowerCase();
      const reply = await askService(
        { method: 'GET', url: `${url}/v4/domains/${encodeURIComponent(own)}`, headers },
        { passes: ({ status }) => status === 404 },
      );
      if (reply.status === 404) return null;
      return read(reply, own, domain);
    },
    async create(config, domain) {
      const { url, headers } = reach(config);
      const own = config.settings.domain.toLowerCase();
      const reply = await askService({
        method: 'POST',
        url: `${url}/v4/domains`,
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ name: own }).toString(),
      });
      return read(reply, own, domain);
    },
  };
}

function read(reply: OutboundReply, own: string, domain: string): DomainThere {
  const { domain: told, sending_dns_records: records } = readJson<Record<string, unknown>>(reply.text);
  const state = textOf(fieldsOf(told).state);
  if (!state) throw unreadable(reply);
  return {
    verified: state === 'active',
    records: listOf(records)
      .map(fieldsOf)
      .flatMap(({ record_type: type, name, value }) =>
        toRecord(own, { purpose: purposeOf(type, name), type, name, value }),
      )
      .filter((record) => record.name !== domain || !/^v=spf1/i.test(record.value)),
  };
}

/** It does not say what a record is for: a CNAME is that of links, a TXT under `_domainkey` the key, the other one SPF. */
function purposeOf(type: unknown, name: unknown): DomainRecord['purpose'] {
  if (textOf(type)?.toUpperCase() === 'CNAME') return 'tracking';
  return textOf(name)?.includes('._domainkey.') ? 'dkim' : 'return_path';
}
