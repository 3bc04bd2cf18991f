import { isInNetwork } from './address';
import { countVoid, type Evaluation, expandSpec, SpfStop } from './evaluation';
import type { Mechanism } from './parse-spf';
import { MAX_HOSTS } from './spf-result';
import { isAtOrBelow, listValidatedHosts } from './validated-hosts';

type Place = { evaluation: Evaluation; domain: string; term: string };

/** RFC 7208 5, all but `include`. @throws SpfStop */
export async function matchMechanism(
  place: Place,
  mechanism: Exclude<Mechanism, { kind: 'include' }>,
): Promise<boolean> {
  const { evaluation, domain } = place;
  const target = () => expandSpec(evaluation, domain, 'domain' in mechanism ? mechanism.domain : null);
  switch (mechanism.kind) {
    case 'all':
      return true;
    case 'ip4':
    case 'ip6':
      return isInNetwork(evaluation.ip, mechanism.address, mechanism.bits);
    case 'a':
      return (await addressesOf(place, await target(), true)).some((address) =>
        isIn(place, address, mechanism),
      );
    case 'mx':
      return matchMx(place, await target(), mechanism);
    case 'exists':
      return (await ask(place, await target(), 'A')).length > 0;
    case 'ptr':
      return matchPtr(place, await target());
  }
}

async function matchMx(
  place: Place,
  target: string,
  prefixes: { bits4: number; bits6: number },
): Promise<boolean> {
  const exchanges = await ask(place, target, 'MX');
  if (exchanges.length > MAX_HOSTS)
    throw new SpfStop('permerror', { code: 'too_many_mx', domain: target, term: place.term });
  for (const { host } of exchanges) {
    if (host === '') continue;
    const addresses = await addressesOf(place, host, false);
    if (addresses.some((address) => isIn(place, address, prefixes))) return true;
  }
  return false;
}

/** What fails on the way is no match here, and no error (5.5). */
async function matchPtr({ evaluation, domain, term }: Place, target: string): Promise<boolean> {
  const { hosts, isVoid } = await listValidatedHosts(evaluation, (host) => isAtOrBelow(host, target));
  if (isVoid) countVoid(evaluation, domain, term);
  return hosts.length > 0;
}

function addressesOf(place: Place, host: string, counts: boolean): Promise<string[]> {
  return ask(place, host, place.evaluation.ip.family === 4 ? 'A' : 'AAAA', counts);
}

/** A term's own question counts when it finds nothing; those about the hosts that it named do not. */
async function ask<T extends 'A' | 'AAAA' | 'MX'>(
  { evaluation, domain, term }: Place,
  name: string,
  type: T,
  counts = true,
) {
  const answer = await evaluation.resolver.resolve(name, type);
  if (answer.state === 'unknown') throw new SpfStop('temperror', { code: 'dns_failed', domain: name, term });
  if (answer.state === 'found') return answer.records;
  if (counts && answer.reason !== 'bad_name') countVoid(evaluation, domain, term);
  return [];
}

function isIn(
  { evaluation: { ip } }: Place,
  address: string,
  { bits4, bits6 }: { bits4: number; bits6: number },
): boolean {
  return isInNetwork(ip, address, ip.family === 4 ? bits4 : bits6);
}
