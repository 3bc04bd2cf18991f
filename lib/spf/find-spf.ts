import type { DnsResolver, DnsTrouble } from '@/lib/dns/types';
import { isSpf } from './parse-spf';

export type SpfLookUp =
  | { state: 'found'; text: string }
  | { state: 'missing'; isVoid: boolean }
  | { state: 'several'; texts: string[] }
  | { state: 'unknown'; reason: DnsTrouble };

/** The record of a domain (RFC 7208 4.4, 4.5). Records of the type SPF (99) are long obsolete and not asked for. */
export async function findSpf(domain: string, resolver: DnsResolver): Promise<SpfLookUp> {
  const answer = await resolver.resolve(domain, 'TXT');
  if (answer.state === 'unknown') return answer;
  const texts = answer.state === 'found' ? answer.records.filter(isSpf) : [];
  if (texts.length > 1) return { state: 'several', texts };
  if (texts.length === 0) return { state: 'missing', isVoid: answer.state === 'missing' };
  return { state: 'found', text: texts[0]! };
}
