import type { StoredHealthItem } from '@/drizzle/schema/domain-health';
import { analyseDmarc } from '@/lib/dmarc/analyse-dmarc';
import { type Finding, finding } from '@/lib/dns/findings';
import type { DnsResolver } from '@/lib/dns/types';
import { checkMtaSts } from '@/lib/dns-checks/check-mta-sts';
import { checkPtr } from '@/lib/dns-checks/check-ptr';
import { checkBimi, checkTlsRpt } from '@/lib/dns-checks/check-reports-and-logo';
import type { SmtpConfig } from '@/lib/providers/email/smtp/connection';
import { isOwnServer } from '@/lib/providers/email/smtp/own-server';
import { readCertificate } from '@/lib/providers/email/smtp/read-certificate';
import type { LoadedProvider } from '@/lib/providers/load';
import { parseAddress } from '@/lib/spf/address';
import { analyseSpf } from '@/lib/spf/analyse-spf';
import type { DomainRow } from '../row';
import { askBlocklists } from './ask-blocklists';

export type Examined = Pick<StoredHealthItem, 'area' | 'subject' | 'findings' | 'value'>;

const MOST_ADDRESSES = 8;
const DAY_MS = 86_400_000;
/** Who renews by itself does so a month before; who does it by hand needs some days. */
const SOON_DAYS = 14;

/** Everything beside the records of the wizard, one thing after another where others are asked: lists of strangers do not like floods. */
export async function examineHealth(
  row: DomainRow,
  senders: LoadedProvider[],
  resolver: DnsResolver,
): Promise<Examined[]> {
  const servers = senders.filter(
    ({ row: { kind }, config }) => kind === 'smtp' && isOwnServer(config.settings),
  );
  const own = servers.map(({ config }) => config as SmtpConfig);
  const addresses = await addressesOf(row, own, resolver);
  const [names, certificates, domain] = await Promise.all([
    Promise.all([...addresses].map(([ip, helo]) => examineName(ip, helo, resolver))),
    Promise.all(own.map(examineCertificate)),
    examineDomain(row, resolver),
  ]);
  const lists: Examined[] = [];
  for (const subject of [...addresses.keys(), row.name]) lists.push(await examineLists(subject, resolver));
  return [...names, ...certificates, ...lists, ...domain];
}

/** Of one's own server, each with the name by which the server greets; null: not known. Networks are no single machine. */
async function addressesOf(
  { senders }: DomainRow,
  own: SmtpConfig[],
  resolver: DnsResolver,
): Promise<Map<string, string | null>> {
  const greets = own.length === 1 ? (own[0]!.settings.ehloName ?? null) : null;
  const found = new Map<string, string | null>();
  for (const range of senders.addresses) {
    const address = parseAddress(range.replace(/\/(?:32|128)$/, ''));
    if (address) found.set(address.text, greets);
  }
  if (found.size === 0)
    for (const { settings } of own)
      for (const type of ['A', 'AAAA'] as const) {
        const answer = parseAddress(settings.host) ? null : await resolver.resolve(settings.host, type);
        if (answer?.state === 'found')
          for (const ip of answer.records) found.set(parseAddress(ip)?.text ?? ip, settings.host);
      }
  return new Map([...found].slice(0, MOST_ADDRESSES));
}

async function examineName(ip: string, helo: string | null, resolver: DnsResolver): Promise<Examined> {
  const { confirmed, findings } = await checkPtr(ip, helo, resolver);
  return { area: 'name', subject: ip, findings, value: confirmed[0] ?? null };
}

async function examineLists(subject: string, resolver: DnsResolver): Promise<Examined> {
  const { findings, listings } = await askBlocklists(subject, resolver);
  const clean = listings.filter(({ state }) => state === 'clean').map(({ list }) => list);
  return { area: 'blocklist', subject, findings, value: clean.join(', ') || null };
}

async function examineCertificate(config: SmtpConfig): Promise<Examined> {
  const { host, port, security } = config.settings;
  const subject = `${host}:${port}`;
  const certificate = await readCertificate(config);
  const told = (findings: Finding[], value: string | null = null): Examined => ({
    area: 'certificate',
    subject,
    findings,
    value,
  });
  if (certificate.state === 'unreachable')
    return told([finding('server_unreachable', { host: subject, reason: certificate.reason })]);
  if (certificate.state === 'none')
    return told(security === 'none' ? [finding('server_in_clear', { host: subject })] : []);
  const { expiresAt, trusted, problem, names } = certificate;
  const days = Math.floor((expiresAt.getTime() - Date.now()) / DAY_MS);
  return told(
    [
      ...(days < 0 ? [finding('certificate_expired', { host: subject, days: -days })] : []),
      ...(days >= 0 && days < SOON_DAYS ? [finding('certificate_expires', { host: subject, days })] : []),
      ...(days >= 0 && !trusted
        ? [finding('certificate_untrusted', { host: subject, problem: problem ?? '' })]
        : []),
    ],
    `${names.slice(0, 3).join(', ')} · ${expiresAt.toISOString().slice(0, 10)}`,
  );
}

async function examineDomain({ name, returnPath }: DomainRow, resolver: DnsResolver): Promise<Examined[]> {
  const [spf, dmarc, sts, tls, logo] = await Promise.all([
    analyseSpf(name, resolver),
    analyseDmarc(name, resolver),
    checkMtaSts(name, resolver),
    checkTlsRpt(name, resolver),
    checkBimi(name, resolver),
  ]);
  return [
    ...(returnPath ? [await examineReturnPath(`${returnPath}.${name}`, resolver)] : []),
    { area: 'spf', subject: name, findings: spf.findings, value: spf.texts[0] ?? null },
    {
      area: 'dmarc',
      subject: name,
      findings: dmarc.findings,
      value: dmarc.discovery.state === 'found' ? dmarc.discovery.text : null,
    },
    { area: 'mta_sts', subject: name, findings: sts.findings, value: sts.policy?.mode ?? null },
    { area: 'tls_reports', subject: name, findings: tls, value: null },
    { area: 'logo', subject: name, findings: logo, value: null },
  ];
}

/** Whether a bounce would find its way: a mail server is named, and it has an address. */
async function examineReturnPath(path: string, resolver: DnsResolver): Promise<Examined> {
  const answer = await resolver.resolve(path, 'MX');
  const told = (findings: Finding[], value: string | null = null): Examined => ({
    area: 'return_path',
    subject: path,
    findings,
    value,
  });
  if (answer.state === 'unknown') return told([finding('return_path_unknown', { path })]);
  const hosts = answer.state === 'found' ? answer.records.map(({ host }) => host).filter(Boolean) : [];
  if (hosts.length === 0) return told([finding('return_path_missing', { path })]);
  const found = await Promise.all(
    hosts.slice(0, 5).map(async (host) => ({ host, states: await statesOf(host, resolver) })),
  );
  const gone = found.filter(({ states }) => states.every((state) => state === 'missing'));
  return told(
    gone.map(({ host }) => finding('return_path_no_address', { path, host })),
    hosts.slice(0, 5).join(', '),
  );
}

async function statesOf(host: string, resolver: DnsResolver) {
  const answers = await Promise.all((['A', 'AAAA'] as const).map((type) => resolver.resolve(host, type)));
  return answers.map(({ state }) => state);
}
