import { discoverDmarc } from '@/lib/dmarc/discover-dmarc';
import { type Finding, finding } from '@/lib/dns/findings';
import type { DnsResolver } from '@/lib/dns/types';

/** RFC 8460 3: where reports of failed encryption go. */
export async function checkTlsRpt(domain: string, resolver: DnsResolver): Promise<Finding[]> {
  const texts = await findTexts(`_smtp._tls.${domain}`, /^v=TLSRPTv1[ \t]*(;|$)/, resolver);
  if (texts === null) return [finding('tlsrpt_unknown', { domain })];
  if (texts.length === 0) return [finding('tlsrpt_missing', { domain })];
  if (texts.length > 1) return [finding('tlsrpt_several', { count: texts.length })];
  const uris = (tagsOf(texts[0]!).get('rua') ?? '').split(',').map((uri) => uri.trim());
  const isGood = uris.every((uri) => /^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/i.test(uri));
  return isGood ? [] : [finding('tlsrpt_bad_record', { text: texts[0]!.slice(0, 100) })];
}

/** The logo beside a message: shown only under a policy that lets nothing pass. */
export async function checkBimi(domain: string, resolver: DnsResolver): Promise<Finding[]> {
  const texts = await findTexts(`default._bimi.${domain}`, /^v=BIMI1[ \t]*(;|$)/, resolver);
  if (texts === null) return [finding('bimi_unknown', { domain })];
  if (texts.length === 0) return [finding('bimi_missing', { domain })];
  if (texts.length > 1) return [finding('bimi_several', { count: texts.length })];
  const tags = tagsOf(texts[0]!);
  const [logo, certificate = ''] = [tags.get('l'), tags.get('a')];
  if (logo === undefined) return [finding('bimi_bad_record', { text: texts[0]!.slice(0, 100) })];
  if (logo === '' && certificate === '') return [finding('bimi_declined')];
  const open = [logo, certificate].find((url) => url !== '' && !/^https:\/\/[^\s,]+$/i.test(url));
  if (open !== undefined) return [finding('bimi_not_https', { url: open.slice(0, 100) })];
  const discovery = await discoverDmarc(domain, resolver);
  if (discovery.state === 'unknown') return [finding('bimi_unknown', { domain })];
  const policy = discovery.state === 'found' ? discovery.policy : 'none';
  return policy === 'none' ? [finding('bimi_needs_policy', { policy })] : [];
}

/** Null: nobody could be asked. */
async function findTexts(name: string, version: RegExp, resolver: DnsResolver): Promise<string[] | null> {
  const answer = await resolver.resolve(name, 'TXT');
  if (answer.state === 'unknown') return null;
  return answer.state === 'found' ? answer.records.filter((text) => version.test(text)) : [];
}

function tagsOf(text: string): Map<string, string> {
  const parts = text.split(';', 20).map((part) => /^[ \t]*([a-z]+)[ \t]*=[ \t]*(.*?)[ \t]*$/i.exec(part));
  return new Map(parts.flatMap((match) => (match ? [[match[1]!.toLowerCase(), match[2]!] as const] : [])));
}
