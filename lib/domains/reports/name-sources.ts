import { eq } from 'drizzle-orm';
import { domains } from '@/drizzle/schema/domains';
import { db } from '@/lib/database/db';
import { newDnsResolver } from '@/lib/dns/resolver';
import type { DnsResolver } from '@/lib/dns/types';
import { checkPtr } from '@/lib/dns-checks/check-ptr';
import { claimUnnamed, type Naming, nameSource, type Unnamed } from '@/lib/domain-reports/sources';
import { isOwnServer } from '@/lib/providers/email/smtp/own-server';
import type { LoadedProvider } from '@/lib/providers/load';
import { isInNetwork, parseAddress } from '@/lib/spf/address';
import { evaluateSpf } from '@/lib/spf/evaluate-spf';
import { registeredName } from '../own-name';
import type { DomainRow } from '../row';
import { sendersOf } from '../senders';
import { SERVICES, type Service } from './services';

const MOST_A_TURN = 100;
const MOST_QUESTIONS = 2_000;
/** An address of which most mail looks so is called so. */
const MOSTLY = 0.5;

/** Who stands behind the addresses of reports. `domainId`: of one alone, as somebody waits for it. Bounded in time, whatever DNS does. */
export async function nameSources({
  domainId = null,
  withinMs = 30_000,
}: {
  domainId?: string | null;
  withinMs?: number;
} = {}): Promise<number> {
  const until = performance.now() + withinMs;
  const resolver = newDnsResolver({ withinMs, maxQuestions: MOST_QUESTIONS });
  const unnamed = await claimUnnamed(MOST_A_TURN, domainId);
  const known = new Map<string, Promise<Known | null>>();
  let named = 0;
  for (const source of unnamed) {
    if (performance.now() > until) break;
    if (!known.has(source.domainId)) known.set(source.domainId, readKnown(source.domainId, resolver));
    const domain = await known.get(source.domainId)!;
    if (!domain) continue;
    await nameSource(source, await judgeSource(source, domain, resolver));
    named++;
  }
  return named;
}

/** Who sends for a domain, as far as addresses tell. */
type Known = { row: DomainRow; senders: LoadedProvider[]; own: Map<string, string>; providers: Sender[] };
type Sender = { name: string; spf: string[]; service: Service | null };

async function readKnown(domainId: string, resolver: DnsResolver): Promise<Known | null> {
  const [row] = await db().select().from(domains).where(eq(domains.id, domainId));
  if (!row) return null;
  const senders = await sendersOf(row.senders);
  const own = new Map<string, string>();
  for (const sender of senders.filter(({ row: { kind } }) => kind === 'smtp')) {
    const settings = settingsOf(sender);
    const { host = '' } = settings;
    if (!isOwnServer(settings) || host === '') continue;
    for (const address of await addressesOf(host, resolver)) own.set(address, sender.row.name);
  }
  return { row, senders, own, providers: senders.flatMap(toSender) };
}

function settingsOf({ config }: LoadedProvider) {
  return config.settings as { host?: string; preset?: string };
}

async function addressesOf(host: string, resolver: DnsResolver): Promise<string[]> {
  const plain = parseAddress(host);
  if (plain) return [plain.text];
  const answers = await Promise.all((['A', 'AAAA'] as const).map((type) => resolver.resolve(host, type)));
  return answers.flatMap((answer) =>
    answer.state === 'found' ? answer.records.flatMap((one) => parseAddress(one)?.text ?? []) : [],
  );
}

/** A server of somebody else sends from networks that its own domain's SPF names. */
function toSender(sender: LoadedProvider): Sender[] {
  const { host = '', preset } = settingsOf(sender);
  const { kind, name } = sender.row;
  const service =
    SERVICES.find((one) => one.kinds.includes(kind) || (preset && one.presets?.includes(preset))) ??
    SERVICES.find((one) => kind === 'smtp' && one.hosts.test(`.${host}`)) ??
    null;
  if (service) return [{ name, spf: service.spf, service }];
  return host.includes('.') && !parseAddress(host)
    ? [{ name, spf: [registeredName(host)], service: null }]
    : [];
}

async function judgeSource(source: Unnamed, known: Known, resolver: DnsResolver): Promise<Naming> {
  const { row, own, providers } = known;
  const ip = parseAddress(source.address)!;
  const { confirmed, findings } = await checkPtr(ip.text, null, resolver);
  const ptr = confirmed[0] ?? null;
  const isOwn = row.senders.addresses.some((range) => {
    const [network = '', bits] = range.split('/');
    return isInNetwork(ip, network, bits === undefined ? (ip.family === 4 ? 32 : 128) : Number(bits));
  });
  if (isOwn || own.has(ip.text)) return { kind: 'own', name: own.get(ip.text) ?? ptr, ptr };
  for (const { name, spf, service } of providers)
    if ((ptr && service?.hosts.test(ptr)) || (await isAllowedByAny(ip.text, spf, resolver)))
      return { kind: 'provider', name, ptr };
  const service = await serviceOf(ip.text, ptr, resolver);
  // What is signed by the domain's own key came from it, and went on through somebody else.
  const isPassedOn =
    source.passedOn > source.messages * MOSTLY ||
    (source.signed > source.messages * MOSTLY && source.allowed < source.messages * MOSTLY);
  const place = service?.name ?? (ptr && registeredName(ptr));
  if (isPassedOn && (!service || service.forwards)) return { kind: 'forwarder', name: place, ptr };
  if (service) return { kind: 'service', name: service.name, ptr };
  if (ptr === row.name || ptr?.endsWith(`.${row.name}`)) return { kind: 'own', name: ptr, ptr };
  // Who could not be asked for may be anybody: it is asked for again.
  const isOpen = findings.some(({ code }) => code === 'ptr_unknown');
  return { kind: isOpen ? 'unknown' : 'stranger', name: place, ptr };
}

async function serviceOf(ip: string, ptr: string | null, resolver: DnsResolver): Promise<Service | null> {
  const named = ptr && SERVICES.find(({ hosts }) => hosts.test(ptr));
  if (named) return named;
  for (const service of SERVICES) if (await isAllowedByAny(ip, service.spf, resolver)) return service;
  return null;
}

async function isAllowedByAny(ip: string, names: string[], resolver: DnsResolver): Promise<boolean> {
  for (const name of names) {
    const { result } = await evaluateSpf({ ip, mailFrom: `postmaster@${name}`, helo: name, resolver });
    if (result === 'pass') return true;
  }
  return false;
}
