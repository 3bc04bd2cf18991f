import type { Alignment, DmarcPolicy } from './parse-dmarc';

export type DmarcWish = {
  policy: DmarcPolicy;
  subdomainPolicy?: DmarcPolicy | null;
  nonExistentPolicy?: DmarcPolicy | null;
  dkim?: Alignment;
  spf?: Alignment;
  testing?: boolean;
  aggregateReports?: readonly string[];
  failureReports?: readonly string[];
};

/** A record after RFC 9989. What equals the default is left out: shorter records are read more easily. */
export function buildDmarc(wish: DmarcWish): string {
  const { policy, subdomainPolicy, nonExistentPolicy } = wish;
  const tags: [string, string | null][] = [
    ['v', 'DMARC1'],
    ['p', policy],
    ['sp', subdomainPolicy && subdomainPolicy !== policy ? subdomainPolicy : null],
    ['np', nonExistentPolicy && nonExistentPolicy !== (subdomainPolicy ?? policy) ? nonExistentPolicy : null],
    ['adkim', wish.dkim === 'strict' ? 's' : null],
    ['aspf', wish.spf === 'strict' ? 's' : null],
    ['t', wish.testing ? 'y' : null],
    ['rua', toUris(wish.aggregateReports)],
    ['ruf', toUris(wish.failureReports)],
  ];
  return tags.flatMap(([tag, value]) => (value ? [`${tag}=${value}`] : [])).join('; ');
}

/** What has a meaning of its own in the record is written as URLs write it (RFC 3986 2.1). */
function toUris(addresses: readonly string[] = []): string {
  return addresses
    .map(
      (address) =>
        `mailto:${address.replace(/[!,;%\s]/g, (char) => encodeURIComponent(char).replace('!', '%21'))}`,
    )
    .join(',');
}
