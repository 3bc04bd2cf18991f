import { type Finding, finding } from '@/lib/dns/findings';
import type { DnsResolver } from '@/lib/dns/types';
import { type OutboundReply, safeFetch } from '@/lib/outbound/safe-fetch';

export type StsPolicy = { mode: 'enforce' | 'testing' | 'none'; mx: string[]; maxAgeSeconds: number };
export type StsCheck = { id: string | null; policy: StsPolicy | null; findings: Finding[] };

const FETCH_MS = 10_000;
/** RFC 8461 3.2 and 3.3. */
const MAX_BYTES = 64 * 1024;
const LONGEST_AGE = 31_557_600;
/** Shorter, and whoever cuts the line for a while makes it be forgotten. */
const SHORT_AGE = 86_400;
const MAX_MX = 100;

export type FetchText = (url: string) => Promise<Pick<OutboundReply, 'status' | 'text'>>;

const fetchPolicy: FetchText = (url) =>
  safeFetch({
    method: 'GET',
    url,
    maxBytes: MAX_BYTES,
    timeoutMs: FETCH_MS,
    signal: AbortSignal.timeout(FETCH_MS),
  });

/** RFC 8461: the record, the policy (asked for only by the guarded way out, and never through redirects), and whether it names the mail servers. */
export async function checkMtaSts(
  domain: string,
  resolver: DnsResolver,
  fetchText: FetchText = fetchPolicy,
): Promise<StsCheck> {
  const answer = await resolver.resolve(`_mta-sts.${domain}`, 'TXT');
  const none = (found: Finding, id: string | null = null): StsCheck => ({
    id,
    policy: null,
    findings: [found],
  });
  if (answer.state === 'unknown') return none(finding('sts_unknown', { domain }));
  const texts =
    answer.state === 'found' ? answer.records.filter((text) => /^v=STSv1[ \t]*(;|$)/.test(text)) : [];
  if (texts.length === 0) return none(finding('sts_missing', { domain }));
  if (texts.length > 1) return none(finding('sts_several', { count: texts.length }));
  const [, id = null] = /;[ \t]*id[ \t]*=[ \t]*([A-Za-z0-9]{1,32})[ \t]*(?:;|$)/.exec(texts[0]!) ?? [];
  if (id === null) return none(finding('sts_bad_record', { text: texts[0]!.slice(0, 100) }));
  const url = `https://mta-sts.${domain}/.well-known/mta-sts.txt`;
  const reply = await fetchText(url).catch(() => null);
  if (reply?.status !== 200) return none(finding('sts_unreachable', { url }), id);
  const policy = parseStsPolicy(reply.text);
  if (typeof policy === 'string') return none(finding('sts_bad_policy', { line: policy }), id);
  return { id, policy, findings: await judgePolicy(policy, domain, resolver) };
}

/** The policy, or the line or key that is wrong with it. */
export function parseStsPolicy(text: string): StsPolicy | string {
  const values = new Map<string, string[]>();
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const [, key, value] = /^([a-z_0-9.-]+)[ \t]*:[ \t]*(.*?)[ \t]*$/i.exec(line.slice(0, 500)) ?? [];
    if (!key) return line.slice(0, 80);
    values.set(key, [...(values.get(key) ?? []), value ?? '']);
  }
  const [version, mode, age] = ['version', 'mode', 'max_age'].map((key) => values.get(key)?.[0] ?? '');
  const mx = (values.get('mx') ?? []).slice(0, MAX_MX).map((name) => name.toLowerCase());
  if (version !== 'STSv1') return `version: ${version!.slice(0, 60)}`;
  if (mode !== 'enforce' && mode !== 'testing' && mode !== 'none') return `mode: ${mode!.slice(0, 60)}`;
  if (!/^\d{1,10}$/.test(age!) || Number(age) > LONGEST_AGE) return `max_age: ${age!.slice(0, 60)}`;
  const wrong = mx.find((name) => !/^(\*\.)?[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(name));
  if (wrong !== undefined || (mx.length === 0 && mode !== 'none')) return `mx: ${(wrong ?? '').slice(0, 60)}`;
  return { mode, mx, maxAgeSeconds: Number(age) };
}

async function judgePolicy(policy: StsPolicy, domain: string, resolver: DnsResolver): Promise<Finding[]> {
  if (policy.mode === 'none') return [finding('sts_off')];
  const answer = await resolver.resolve(domain, 'MX');
  const hosts = answer.state === 'found' ? answer.records.map(({ host }) => host).filter(Boolean) : [];
  const unlisted = hosts.filter((host) => !policy.mx.some((pattern) => matchesMx(host, pattern)));
  return [
    ...(policy.mode === 'testing' ? [finding('sts_testing')] : []),
    ...(policy.maxAgeSeconds < SHORT_AGE ? [finding('sts_short', { seconds: policy.maxAgeSeconds })] : []),
    ...unlisted.map((host) => finding('sts_mx_not_listed', { host })),
  ];
}

/** A star stands for exactly one label (RFC 8461 4.1). */
export function matchesMx(host: string, pattern: string): boolean {
  if (!pattern.startsWith('*.')) return host === pattern;
  return host.slice(host.indexOf('.') + 1) === pattern.slice(2) && host.includes('.');
}
