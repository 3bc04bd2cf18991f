import type { KeyRow } from '@/lib/dkim/keys';
import { buildDmarc } from '@/lib/dmarc/build-dmarc';
import { env } from '@/lib/env';
import type { LoadedProvider } from '@/lib/providers/load';
import type { DomainRow } from './row';
import type { Purpose } from './schema';
import { spfTermsOf } from './spf-terms';

/** A record that is wanted of a domain. */
export type Wanted = {
  key: string;
  purpose: Purpose;
  type: 'TXT' | 'CNAME' | 'MX';
  name: string;
  value: string;
  required: boolean;
  /** The id of the provider that wants it. */
  providerId?: string;
  /** Of SPF: what must be in it, beside whatever else is. */
  terms?: string[];
};

/** All that is wanted, in the order of the wizard. A key that is retired is not asked for any more. */
export function wantedRecords(row: DomainRow, keys: KeyRow[], senders: LoadedProvider[]): Wanted[] {
  const { name } = row;
  const terms = spfTermsOf(row, senders);
  const spf = row.checks.spf?.wanted ?? `v=spf1 ${[...terms, '~all'].join(' ')}`;
  return [
    ...(terms.length > 0
      ? [
          {
            key: 'spf',
            purpose: 'spf' as const,
            type: 'TXT' as const,
            name,
            value: spf,
            required: true,
            terms,
          },
        ]
      : []),
    ...keys.filter(({ state }) => state !== 'retired').map((key) => dkimRecord(name, key, keys)),
    {
      key: 'dmarc',
      purpose: 'dmarc',
      type: 'TXT',
      name: `_dmarc.${name}`,
      value: dmarcValue(row.dmarc),
      required: true,
    },
    ...returnPathRecords(row, terms),
    ...trackingRecords(row),
    ...Object.entries(row.wishes).flatMap(([providerId, { records }]) =>
      row.senders.providerIds.includes(providerId)
        ? records.map((wish, index) => ({
            key: `provider:${providerId}:${index}`,
            purpose: wish.purpose as Purpose,
            type: wish.type,
            name: wish.name,
            value: wish.value,
            required: wish.purpose === 'dkim',
            providerId,
          }))
        : [],
    ),
  ];
}

/** One that is to take over is no fault while it is not there yet. */
function dkimRecord(domain: string, { selector, record, state, algorithm }: KeyRow, all: KeyRow[]): Wanted {
  const signs = all.some((key) => key.algorithm === algorithm && key.state === 'signing');
  return {
    key: `dkim:${selector}`,
    purpose: 'dkim',
    type: 'TXT',
    name: `${selector}._domainkey.${domain}`,
    value: record,
    required: state === 'signing' || (state === 'waiting' && !signs),
  };
}

/** Alignment and the policy for names below are left at what RFC 9989 says where nothing is named. */
export function dmarcValue({ policy, reportsTo }: DomainRow['dmarc']): string {
  return buildDmarc({ policy, aggregateReports: reportsTo === null ? [] : [reportsTo] });
}

/** Servers ask for SPF of the name that bounces come to, not of the sender's. */
function returnPathRecords({ name, returnPath, returnPathHost }: DomainRow, terms: string[]): Wanted[] {
  if (!returnPath || !returnPathHost) return [];
  const path = `${returnPath}.${name}`;
  const shared = { purpose: 'return_path' as const, name: path, required: true };
  const spf = `v=spf1 ${[...terms, '~all'].join(' ')}`;
  return [
    { ...shared, key: 'return_mx', type: 'MX', value: `10 ${returnPathHost}` },
    ...(terms.length > 0 ? [{ ...shared, key: 'return_spf', type: 'TXT' as const, value: spf, terms }] : []),
  ];
}

function trackingRecords({ name, trackingName }: DomainRow): Wanted[] {
  const host = publicHost();
  if (!trackingName || !host) return [];
  const record = { key: 'tracking', purpose: 'tracking' as const, type: 'CNAME' as const };
  return [{ ...record, name: `${trackingName}.${name}`, value: host, required: false }];
}

/** Under which links in mails lead here; undefined where this system has no public name. */
export function publicHost(): string | undefined {
  const host = URL.parse(env().PUBLIC_URL ?? '')?.hostname;
  return host && /[a-z]/.test(host) && host.includes('.') ? host : undefined;
}
