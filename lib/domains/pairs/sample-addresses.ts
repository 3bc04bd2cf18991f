import type { DnsResolver } from '@/lib/dns/types';
import { parseSpf } from '@/lib/spf/parse-spf';
import { readSpf, type SpfLeaf } from '@/lib/spf/read-tree';

/** One of IPv4 and one of IPv6 that a service says it sends from; null: its record names none, or nobody could be asked. */
export async function sampleAddresses(domain: string, resolver: DnsResolver): Promise<string[] | null> {
  const { tree } = await readSpf(domain, resolver);
  const all = addressesIn(tree);
  const samples = ['ip4', 'ip6'].flatMap((kind) => all.find((one) => one.kind === kind)?.address ?? []);
  return samples.length > 0 ? samples : null;
}

function addressesIn({ record, terms }: SpfLeaf): { kind: string; address: string }[] {
  if (record === null) return [];
  const own = parseSpf(record).record.directives.flatMap(({ qualifier, mechanism }) =>
    qualifier === '+' && (mechanism.kind === 'ip4' || mechanism.kind === 'ip6') ? [mechanism] : [],
  );
  return [...own, ...terms.flatMap(({ child }) => (child ? addressesIn(child) : []))];
}
