import type { DnsAnswer, DnsResolver } from '@/lib/dns/types';
import { isSpf } from '@/lib/spf/parse-spf';
import type { Wanted } from '../wanted';
import { judgeDkim } from './dkim';
import { judgeDmarc } from './dmarc';
import { isMeantAsSpf, judgeSpf } from './spf';
import { RIGHT, type Verdict, wrong } from './verdict';

export type Examined = Verdict & { found: string[] };

/**
 * One record by what one resolver says. That DNS does not answer never makes it missing. `domain`: what panels of DNS hosts append; `others`: who
 * is asked for records of other domains, where `resolver` knows nothing but this one.
 */
export async function examine(
  wanted: Wanted,
  domain: string,
  resolver: DnsResolver,
  others = resolver,
): Promise<Examined> {
  if (wanted.type === 'CNAME') return examineAlias(wanted, domain, resolver);
  if (wanted.type === 'MX') return examineMail(wanted, domain, resolver);
  const answer = await resolver.resolve(wanted.name, 'TXT');
  if (answer.state === 'unknown') return trouble(answer);
  const texts = answer.state === 'found' ? answer.records : [];
  const found = texts.filter((text) => isOfPurpose(wanted, text));
  const verdict = await judge(wanted, texts, others);
  if (verdict) return { ...verdict, found: found.length > 0 ? found : texts.slice(0, 5) };
  if (answer.aliases.length > 0 && wanted.purpose !== 'spf')
    return { ...wrong('alias_in_the_way', { target: answer.aliases[0]! }), found: answer.aliases };
  return absent(wanted, domain, resolver, 'TXT');
}

function judge(
  wanted: Wanted,
  texts: string[],
  resolver: DnsResolver,
): Verdict | null | Promise<Verdict | null> {
  const { name: domain, terms = [] } = wanted;
  if (wanted.terms || isSpf(wanted.value)) return judgeSpf({ domain, texts, terms, resolver });
  if (wanted.purpose === 'dkim') return judgeDkim(texts, wanted.value);
  if (wanted.purpose === 'dmarc') return judgeDmarc(texts, wanted.value);
  return texts.some((text) => text.trim() === wanted.value) ? RIGHT : null;
}

function isOfPurpose({ purpose, terms }: Wanted, text: string): boolean {
  return purpose === 'spf' || terms ? isMeantAsSpf(text) : true;
}

async function examineAlias(wanted: Wanted, domain: string, resolver: DnsResolver): Promise<Examined> {
  const answer = await resolver.resolve(wanted.name, 'CNAME');
  if (answer.state === 'unknown') return trouble(answer);
  const aim = bare(wanted.value);
  if (answer.state === 'found') {
    const found = answer.records.map(bare);
    if (found.includes(aim)) return { ...RIGHT, found };
    if (found.includes(`${aim}.${domain}`)) return { ...wrong('cname_extended', { domain }), found };
    return { ...wrong('cname_other', { target: found[0]! }), found };
  }
  const address = await resolver.resolve(wanted.name, 'A');
  if (address.state === 'found')
    return { ...wrong('cname_address', { address: address.records[0]! }), found: address.records };
  return absent(wanted, domain, resolver, 'CNAME');
}

async function examineMail(wanted: Wanted, domain: string, resolver: DnsResolver): Promise<Examined> {
  const answer = await resolver.resolve(wanted.name, 'MX');
  if (answer.state === 'unknown') return trouble(answer);
  if (answer.state !== 'found') return absent(wanted, domain, resolver, 'MX');
  const [, aim = ''] = wanted.value.split(' ');
  const hosts = answer.records.map(({ host }) => bare(host));
  const found = answer.records.map(({ preference, host }) => `${preference} ${host}`);
  if (hosts.includes(`${bare(aim)}.${domain}`)) return { ...wrong('cname_extended', { domain }), found };
  if (!hosts.includes(bare(aim))) return { ...wrong('mx_other', { host: hosts[0] ?? '' }), found };
  return hosts.length > 1
    ? { ...wrong('mx_also', { host: hosts.find((host) => host !== bare(aim)) ?? '' }), found }
    : { ...RIGHT, found };
}

/** Panels that append the domain make `_dmarc.example.com.example.com` of what somebody pasted whole: the likeliest slip of all. */
async function absent(
  wanted: Wanted,
  domain: string,
  resolver: DnsResolver,
  type: 'TXT' | 'CNAME' | 'MX',
): Promise<Examined> {
  const doubled = `${wanted.name}.${domain}`;
  const answer = await resolver.resolve(doubled, type);
  if (answer.state === 'found') return { ...wrong('doubled_name', { name: doubled }), found: [] };
  return { state: 'missing', finding: { code: 'missing' }, found: [] };
}

function trouble(answer: Extract<DnsAnswer<unknown>, { state: 'unknown' }>): Examined {
  return { state: 'unknown', finding: { code: 'dns_trouble', params: { reason: answer.reason } }, found: [] };
}

function bare(name: string): string {
  return name.replace(/\.$/, '').toLowerCase();
}
