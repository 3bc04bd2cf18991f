import type { Resolver } from 'node:dns/promises';
import { Semaphore } from '@/lib/async/semaphore';
import { newResolver } from '@/lib/outbound/resolver';

/** What DNS says of a domain's mail; `unknown`: nothing, which is not the domain's doing. */
export type MailServers = 'mx' | 'address_only' | 'null_mx' | 'none' | 'no_domain' | 'unknown';

const MAX_KNOWN = 10_000;
const KNOWN_MS = 10 * 60_000;
/** So that a DNS that is down is not asked the same by everyone, and is asked again soon. */
const UNKNOWN_MS = 10_000;
/** With a thousand at once, packets get lost on the way out. */
const AT_ONCE = new Semaphore(64);

type Entry = { found: Promise<MailServers>; until: number };
const known = new Map<string, Entry>();

/** By DNS alone, never by a connection. What is not known by `deadline` (of `performance.now()`) is unknown. */
export function findMailServers(domain: string, deadline: number): Promise<MailServers> {
  const entry = known.get(domain);
  if (entry && entry.until > performance.now()) return within(entry.found, deadline);
  const fresh: Entry = { found: AT_ONCE.run(() => ask(domain, deadline)), until: Number.POSITIVE_INFINITY };
  known.delete(domain);
  known.set(domain, fresh);
  if (known.size > MAX_KNOWN) known.delete(known.keys().next().value!);
  fresh.found = fresh.found.then((found) => {
    fresh.until = performance.now() + (found === 'unknown' ? UNKNOWN_MS : KNOWN_MS);
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
  const resolver = newResolver();
  try {
    const records = await resolver.resolveMx(domain);
    const hosts = records.filter(({ exchange }) => exchange !== '' && exchange !== '.');
    if (hosts.length > 0) return 'mx';
    if (records.length > 0) return 'null_mx';
    // An alias whose target the answer does not have: neither yes nor no.
    return await askForAddress(resolver, domain, 'unknown');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTFOUND') return (await knowsTheWorld(resolver)) ? 'no_domain' : 'unknown';
    return code === 'ENODATA' ? await askForAddress(resolver, domain, 'none') : 'unknown';
  }
}

/** A network without a way out often has a DNS that says of every name that there is none: then it does not know `com` either. */
async function knowsTheWorld(resolver: Resolver): Promise<boolean> {
  try {
    return (await resolver.resolveNs('com')).length > 0;
  } catch {
    return false;
  }
}

async function askForAddress(
  resolver: Resolver,
  domain: string,
  otherwise: 'none' | 'unknown',
): Promise<MailServers> {
  const answers = await Promise.allSettled([resolver.resolve4(domain), resolver.resolve6(domain)]);
  if (answers.some((answer) => answer.status === 'fulfilled' && answer.value.length > 0))
    return 'address_only';
  const saysNo = (answer: PromiseSettledResult<string[]>) =>
    answer.status === 'rejected' && ['ENODATA', 'ENOTFOUND'].includes(answer.reason.code);
  return answers.every(saysNo) ? otherwise : 'unknown';
}
