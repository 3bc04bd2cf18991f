import { remember } from '@/lib/async/memory';
import { Semaphore } from '@/lib/async/semaphore';
import { newDnsResolver } from '@/lib/dns/resolver';
import type { DnsResolver } from '@/lib/dns/types';
import { currentCaches } from '@/lib/settings/system-in-use';
import type { LookUps } from './look-ups';

/** What DNS says of a domain's mail; `unknown`: nothing, which is not the domain's doing. */
export type MailServers = 'mx' | 'address_only' | 'null_mx' | 'none' | 'no_domain' | 'unknown';

/** So that a DNS that is down is not asked the same by everyone, and is asked again soon. */
const UNKNOWN_MS = 10_000;
/** With a thousand at once, packets get lost on the way out. */
const AT_ONCE = new Semaphore(64);

type Entry = { found: Promise<MailServers>; until: number };
const known = new Map<string, Entry>();
remember(() => known.clear());

/** By DNS alone, never by a connection. What is not known by the deadline of `lookUps`, or is beyond them, is unknown. */
export async function findMailServers(domain: string, lookUps: LookUps): Promise<MailServers> {
  const { deadline } = lookUps;
  const { mailDomains, mailDomainMinutes } = await currentCaches();
  const entry = known.get(domain);
  if (entry && entry.until > performance.now()) return within(entry.found, deadline);
  if (!lookUps.take()) return 'unknown';
  const fresh: Entry = { found: AT_ONCE.run(() => ask(domain, deadline)), until: Number.POSITIVE_INFINITY };
  known.delete(domain);
  known.set(domain, fresh);
  while (known.size > mailDomains) known.delete(known.keys().next().value!);
  fresh.found = fresh.found.then((found) => {
    fresh.until = performance.now() + (found === 'unknown' ? UNKNOWN_MS : mailDomainMinutes * 60_000);
    return found;
  });
  return within(fresh.found, deadline);
}

/** For tests. */
export function forgetMailServers(): void {
  known.clear();
}

async function within(found: Promise<MailServers>, deadline: number): Promise<MailServers> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<MailServers>((resolve) => {
    timer = setTimeout(() => resolve('unknown'), Math.max(deadline - performance.now(), 0));
  });
  try {
    return await Promise.race([found, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** MX, then the domain's own address (RFC 5321, 5.1). */
async function ask(domain: string, deadline: number): Promise<MailServers> {
  // Nobody waits for it any more.
  if (performance.now() >= deadline) return 'unknown';
  const resolver = newDnsResolver();
  const answer = await resolver.resolve(domain, 'MX');
  if (answer.state === 'found') return answer.records.some(({ host }) => host !== '') ? 'mx' : 'null_mx';
  if (answer.state === 'unknown' || answer.reason === 'bad_name') return 'unknown';
  if (answer.reason === 'no_name') return (await knowsTheWorld(resolver)) ? 'no_domain' : 'unknown';
  return askForAddress(resolver, domain);
}

/** A network without a way out often has a DNS that says of every name that there is none: then it does not know `com` either. */
async function knowsTheWorld(resolver: DnsResolver): Promise<boolean> {
  return (await resolver.resolve('com', 'NS')).state === 'found';
}

async function askForAddress(resolver: DnsResolver, domain: string): Promise<MailServers> {
  const answers = await Promise.all([resolver.resolve(domain, 'A'), resolver.resolve(domain, 'AAAA')]);
  if (answers.some(({ state }) => state === 'found')) return 'address_only';
  return answers.every(({ state }) => state === 'missing') ? 'none' : 'unknown';
}
