import type { ProviderConfig } from '../../adapter';
import { askService, listIn, unreadable } from '../../api/ask-service';
import { readJson } from '../../api/json';
import type { Reach } from '../../api/reach';
import type { DomainApi, DomainRecord, DomainThere } from '../../domain-api';
import { toRecord } from '../api/domain-records';
import { type Fields, fieldsOf, textOf } from '../events/fields';

type Secrets = { apiKey: string };

/**
 * By the names of its answer, of either way: three CNAMEs with "automated security", else MX, SPF and DKIM. `domain_spf` is left out: of one
 * domain there is one SPF record, which Relevo makes of all who send.
 */
const PURPOSES: Record<string, DomainRecord['purpose']> = {
  mail_cname: 'return_path',
  mail_server: 'return_path',
  subdomain_spf: 'return_path',
  dkim: 'dkim',
  dkim1: 'dkim',
  dkim2: 'dkim',
};

/** Its authenticated domains; a domain may be there several times, under different names for bounces. */
export function sendgridDomains<Settings>(
  reach: Reach<ProviderConfig<Settings, Secrets>>,
): DomainApi<Settings, Secrets> {
  return {
    source: {
      url: 'https://www.twilio.com/docs/sendgrid/api-reference/domain-authentication/authenticate-a-domain',
      checked: '2026-11-29',
    },
    // https://www.twilio.com/docs/sendgrid/api-reference/api-key-permissions: domains were "whitelabels" once.
    permissions: { find: 'whitelabel.read', create: 'whitelabel.create' },
    async find(config, domain) {
      const { url, headers } = reach(config);
      const query = new URLSearchParams({ domain, limit: '50' });
      const reply = await askService({
        method: 'GET',
        url: `${url}/v3/whitelabel/domains?${query}`,
        headers,
      });
      const own = listIn(readJson(reply.text), reply)
        .map(fieldsOf)
        .filter((one) => textOf(one.domain)?.toLowerCase() === domain);
      const found = own.find(({ valid }) => valid === true) ?? own.at(-1);
      return found ? toThere(found, domain) : null;
    },
    async create(config, domain) {
      const { url, headers } = reach(config);
      const reply = await askService({
        method: 'POST',
        url: `${url}/v3/whitelabel/domains`,
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ domain, automatic_security: true }),
      });
      const made = fieldsOf(readJson(reply.text));
      if (!made.dns) throw unreadable(reply);
      return toThere(made, domain);
    },
  };
}

function toThere({ valid, dns }: Fields, domain: string): DomainThere {
  const records = Object.entries(fieldsOf(dns)).flatMap(([name, told]) => {
    const purpose = PURPOSES[name];
    const { type, host, data } = fieldsOf(told);
    return purpose ? toRecord(domain, { purpose, type, name: host, value: data }) : [];
  });
  return { verified: valid === true, records };
}
