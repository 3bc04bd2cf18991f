import type { Answer, DecodedPacket } from 'dns-packet';
import { Semaphore } from '@/lib/async/semaphore';
import { bare, exchange, rcodeOf } from './exchange';
import { isDnsName } from './name';
import { readRecords } from './read-records';
import { type DnsServer, dnsServers } from './servers';
import type { DnsAnswer, DnsResolver, RecordOf, RecordType, Unknown } from './types';

/** Of each try at each server: most answer in 100 ms, and the next one is asked then. */
const TRY_MS = 2000;
const ROUNDS = 2;
/** RFC 1034 3.6.2 sets no number; resolvers give up after about as many. */
const MAX_ALIASES = 8;
/** With a thousand at once, packets get lost on the way out. */
const AT_ONCE = new Semaphore(64);

export type ResolverOptions = {
  /** Instead of `RELEVO_DNS_SERVERS` or the system's. */
  servers?: DnsServer[];
  tryMs?: number;
  rounds?: number;
  /** For everything that this resolver is asked, from its making on; then all is `unknown`. */
  withinMs?: number;
  /** How many different questions it may ask. */
  maxQuestions?: number;
  /** False: an authoritative server, which answers from its own zones alone. */
  recursive?: boolean;
};

/**
 * The one way in which names become records. Make one for each piece of work (a domain's check, one evaluation): it asks nothing twice,
 * and is bounded in time and in number, whatever the zones of others say.
 */
export function newDnsResolver({
  servers,
  tryMs = TRY_MS,
  rounds = ROUNDS,
  withinMs = 30_000,
  maxQuestions = 400,
  recursive = true,
}: ResolverOptions = {}): DnsResolver {
  const until = performance.now() + withinMs;
  const known = new Map<string, Promise<DnsAnswer<unknown>>>();
  const ask = async (name: string, type: RecordType): Promise<DecodedPacket | Unknown> => {
    let last: Unknown = { state: 'unknown', reason: 'unreachable' };
    for (let round = 0; round < rounds; round++)
      for (const server of servers ?? dnsServers()) {
        const timeoutMs = Math.min(tryMs, until - performance.now());
        if (timeoutMs <= 0) return { state: 'unknown', reason: 'too_many' };
        const reply = await exchange(server, { name, type }, { timeoutMs, recursive });
        if ('reply' in reply && ['NOERROR', 'NXDOMAIN'].includes(rcodeOf(reply.reply))) return reply.reply;
        last = { state: 'unknown', reason: 'trouble' in reply ? reply.trouble : troubleOf(reply.reply) };
      }
    return last;
  };
  const resolve = async (name: string, type: RecordType): Promise<DnsAnswer<unknown>> => {
    const aliases: string[] = [];
    let authenticated = true;
    for (let at = name; ; at = aliases.at(-1)!) {
      const reply = await ask(at, type);
      if ('state' in reply) return reply;
      authenticated &&= reply.flag_ad;
      const followed = followAliases(at, type, (reply.answers ?? []) as Answer[]);
      aliases.push(...followed.aliases);
      if (aliases.length > MAX_ALIASES || hasLoop(name, aliases))
        return { state: 'unknown', reason: 'alias_loop' };
      const read = readRecords(type, followed.answers);
      if (read.records.length > 0) return { state: 'found', ...read, aliases, authenticated };
      // The answer ends at an alias whose records another zone holds.
      const isOpen = followed.aliases.length > 0 && rcodeOf(reply) === 'NOERROR' && type !== 'CNAME';
      if (isOpen && isDnsName(aliases.at(-1)!)) continue;
      const reason = rcodeOf(reply) === 'NXDOMAIN' ? 'no_name' : 'no_data';
      return { state: 'missing', reason, aliases, authenticated };
    }
  };
  return {
    async resolve<T extends RecordType>(name: string, type: T): Promise<DnsAnswer<RecordOf[T]>> {
      const plain = bare(name);
      if (!isDnsName(plain))
        return { state: 'missing', reason: 'bad_name', aliases: [], authenticated: false };
      const key = `${type} ${plain}`;
      if (!known.has(key)) {
        if (known.size >= maxQuestions) return { state: 'unknown', reason: 'too_many' };
        known.set(
          key,
          AT_ONCE.run(() => resolve(plain, type)),
        );
      }
      return (await known.get(key)) as DnsAnswer<RecordOf[T]>;
    },
  };
}

/** From the name along its aliases, as far as this answer knows them. */
function followAliases(name: string, type: RecordType, answers: Answer[]) {
  const aliases: string[] = [];
  let at = bare(name);
  for (; aliases.length <= MAX_ALIASES && type !== 'CNAME'; ) {
    const alias = answers.find((answer) => answer.type === 'CNAME' && bare(answer.name) === at);
    if (!alias) break;
    at = bare(String((alias as { data: unknown }).data));
    aliases.push(at);
  }
  return { aliases, answers: answers.filter((answer) => bare(answer.name) === at) };
}

function hasLoop(name: string, aliases: string[]): boolean {
  return new Set([bare(name), ...aliases]).size <= aliases.length;
}

function troubleOf(reply: DecodedPacket): Unknown['reason'] {
  return rcodeOf(reply) === 'REFUSED' || rcodeOf(reply) === 'NOTAUTH' ? 'refused' : 'servfail';
}
