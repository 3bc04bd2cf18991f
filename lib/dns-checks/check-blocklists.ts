import { type Finding, finding } from '@/lib/dns/findings';
import { nibblesOf } from '@/lib/dns/name';
import type { DnsResolver } from '@/lib/dns/types';
import { parseAddress } from '@/lib/spf/address';
import { BLOCKLISTS, type Blocklist } from './blocklists';

export type Listing = {
  list: string;
  state: 'clean' | 'listed' | 'not_asked';
  removal: string;
  /** What the list itself says of why; a stranger's words. */
  reason: string | null;
};
export type BlocklistCheck = { listings: Listing[]; findings: Finding[] };

const LONGEST_REASON = 200;

/**
 * Is an address or a domain on a list? One question for each list, one after another; a list that does not answer, or says that it does not
 * answer us, says nothing: that is never "clean". What is on no list at all (private addresses) is not asked.
 */
export async function checkBlocklists(
  subject: string,
  resolver: DnsResolver,
  lists: readonly Blocklist[] = BLOCKLISTS,
): Promise<BlocklistCheck> {
  const address = parseAddress(subject);
  const prefix = address ? reversed(address.text) : subject.toLowerCase().replace(/\.$/, '');
  const listings: Listing[] = [];
  for (const list of lists.filter((one) => one.lists === (address ? 'address' : 'domain')))
    listings.push(await askList(list, `${prefix}.${list.zone}`, resolver));
  return {
    listings,
    findings: listings.flatMap(({ list, state, removal }) => {
      if (state === 'clean') return [];
      return [
        finding(state === 'listed' ? 'blocklist_listed' : 'blocklist_not_asked', { list, subject, removal }),
      ];
    }),
  };
}

async function askList(list: Blocklist, name: string, resolver: DnsResolver): Promise<Listing> {
  const told = { list: list.name, removal: list.removal, reason: null };
  const answer = await resolver.resolve(name, 'A');
  if (answer.state === 'unknown') return { ...told, state: 'not_asked' };
  if (answer.state === 'missing') return { ...told, state: 'clean' };
  if (answer.records.some((record) => list.refuses?.test(record))) return { ...told, state: 'not_asked' };
  // What is not of 127/8 comes from a resolver that answers everything, or from a list that was given up.
  if (!answer.records.some((record) => list.listed.test(record))) return { ...told, state: 'not_asked' };
  const texts = await resolver.resolve(name, 'TXT');
  const reason = texts.state === 'found' ? texts.records[0]!.replaceAll(/[^\x20-\x7e]/g, ' ') : null;
  return { ...told, state: 'listed', reason: reason?.slice(0, LONGEST_REASON) ?? null };
}

/** As lists are asked (RFC 5782 2.1, 2.4). */
function reversed(ip: string): string {
  return (ip.includes(':') ? nibblesOf(ip) : ip.split('.')).reverse().join('.');
}
