import type { OutboundReply } from '@/lib/outbound/safe-fetch';
import type { ProviderConfig } from '../../adapter';
import { askService, listIn, unreadable } from '../../api/ask-service';
import { readJson } from '../../api/json';
import type { Reach } from '../../api/reach';
import type { DomainApi, DomainThere } from '../../domain-api';
import { ServiceFailure } from '../../service-failure';
import { toRecord } from '../api/domain-records';
import { fieldsOf, textOf } from '../events/fields';

type Secrets = { apiKey: string; webhookToken: string; accountToken: string };

const AT_ONCE = 500;
const MOST_PAGES = 10;

/** The domains of the account: the token of a server, by which messages are sent, does not open them. */
export function postmarkDomains<Settings>(
  reach: Reach<ProviderConfig<Settings, Secrets>>,
): DomainApi<Settings, Secrets> {
  type Config = ProviderConfig<Settings, Secrets>;
  const ask = async (config: Config, method: 'GET' | 'POST', path: string, body?: object) => {
    const token = config.secrets.accountToken;
    if (!token) throw new ServiceFailure('permission', 'No account API token is stored here.');
    return askService({
      method,
      url: `${reach(config).url}/domains${path}`,
      headers: {
        accept: 'application/json',
        'x-postmark-account-token': token,
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
    });
  };
  return {
    source: { url: 'https://postmarkapp.com/developer/api/domains-api', checked: '2026-11-29' },
    permissions: { find: 'Account API token', create: 'Account API token' },
    async find(config, domain) {
      for (let page = 0; page < MOST_PAGES; page++) {
        const query = new URLSearchParams({ count: String(AT_ONCE), offset: String(page * AT_ONCE) });
        const reply = await ask(config, 'GET', `?${query}`);
        const list = listIn(readJson<{ Domains: unknown }>(reply.text).Domains, reply).map(fieldsOf);
        const found = list.find(({ Name }) => textOf(Name)?.toLowerCase() === domain);
        if (found)
          return read(await ask(config, 'GET', `/${encodeURIComponent(textOf(found.ID) ?? '')}`), domain);
        if (list.length < AT_ONCE) return null;
      }
      return null;
    },
    async create(config, domain) {
      return read(await ask(config, 'POST', '', { Name: domain }), domain);
    },
  };
}

function read(reply: OutboundReply, domain: string): DomainThere {
  const told = readJson<Record<string, unknown>>(reply.text);
  if (!textOf(told.Name)) throw unreadable(reply);
  // A key that is to take over waits under a name of its own; the one from before signs until then.
  const isPending = Boolean(textOf(told.DKIMPendingHost));
  const dkim = {
    purpose: 'dkim' as const,
    type: 'TXT',
    name: isPending ? told.DKIMPendingHost : told.DKIMHost,
    value: isPending ? told.DKIMPendingTextValue : told.DKIMTextValue,
  };
  const path = {
    purpose: 'return_path' as const,
    type: 'CNAME',
    name: told.ReturnPathDomain,
    value: told.ReturnPathDomainCNAMEValue,
  };
  return {
    verified: told.DKIMVerified === true,
    records: [
      ...(textOf(dkim.name) ? toRecord(domain, dkim) : []),
      ...(textOf(path.name) ? toRecord(domain, path) : []),
    ],
  };
}
