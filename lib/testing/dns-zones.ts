import { bare } from '@/lib/dns/exchange';
import { isDnsName } from '@/lib/dns/name';
import type { DnsAnswer, DnsResolver, RecordOf, RecordType } from '@/lib/dns/types';

/** What plays a part instead of being a record: it answers for every type of its name that has no record. */
export type Played = 'TIMEOUT' | 'SERVFAIL' | 'REFUSED' | 'GARBAGE';
export type ZoneRecord =
  | { A: string }
  | { AAAA: string }
  | { CNAME: string }
  | { MX: [preference: number, host: string] }
  | { NS: string }
  | { PTR: string }
  | { SOA: [server: string, serial: number] }
  /** One string, or its parts; each character a byte (latin1). */
  | { TXT: string | string[] }
  | Played;
/** Names to what they have; a name below which others stand exists, too, and `*.example.com` is a wildcard. */
export type Zones = Record<string, ZoneRecord[]>;

export type ZoneAnswer =
  | Played
  | { rcode: 'NOERROR' | 'NXDOMAIN'; answers: { name: string; type: RecordType; value: unknown }[] };

const MAX_ALIASES = 16;

/** As an authoritative server of all these zones answers: aliases followed as far as they are known here. */
export function answerFromZones(zones: Zones, asked: string, type: RecordType): ZoneAnswer {
  const answers: { name: string; type: RecordType; value: unknown }[] = [];
  let name = bare(asked);
  for (let hops = 0; hops < MAX_ALIASES; hops++) {
    const records = recordsAt(zones, name);
    if (!records) return { rcode: hops === 0 && !exists(zones, name) ? 'NXDOMAIN' : 'NOERROR', answers };
    const own = records.filter((record) => isOfType(record, type));
    answers.push(...own.map((record) => ({ name, type, value: dataOf(record, type) })));
    if (own.length > 0) return { rcode: 'NOERROR', answers };
    const alias = records.find((record) => isOfType(record, 'CNAME'));
    if (!alias) {
      const played = records.find((record) => typeof record === 'string');
      return played ?? { rcode: 'NOERROR', answers };
    }
    const value = String(dataOf(alias, 'CNAME'));
    answers.push({ name, type: 'CNAME', value });
    name = bare(value);
  }
  return { rcode: 'NOERROR', answers };
}

/** The zones without a network: as the real one answers through them. */
export function zoneResolver(zones: Zones): DnsResolver & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async resolve<T extends RecordType>(name: string, type: T): Promise<DnsAnswer<RecordOf[T]>> {
      if (!isDnsName(name))
        return { state: 'missing', reason: 'bad_name', aliases: [], authenticated: false };
      asked.push(`${type} ${bare(name)}`);
      const answer = answerFromZones(zones, name, type);
      if (answer === 'GARBAGE') return { state: 'unknown', reason: 'malformed' };
      if (typeof answer === 'string')
        return { state: 'unknown', reason: answer.toLowerCase() as 'timeout' | 'servfail' | 'refused' };
      const records = answer.answers
        .filter((one) => one.type === type)
        .map((one) => toRecord(one.value, type));
      const aliases = answer.answers
        .filter((one) => one.type === 'CNAME' && type !== 'CNAME')
        .map((one) => bare(String(one.value)));
      if (aliases.length >= MAX_ALIASES) return { state: 'unknown', reason: 'alias_loop' };
      if (records.length > 0)
        return {
          state: 'found',
          records: records as RecordOf[T][],
          aliases,
          ttlSeconds: 300,
          authenticated: false,
        };
      const last = aliases.at(-1) ?? name;
      return {
        state: 'missing',
        reason: exists(zones, bare(last)) ? 'no_data' : 'no_name',
        aliases,
        authenticated: false,
      };
    },
  };
}

function recordsAt(zones: Zones, name: string): ZoneRecord[] | undefined {
  const found = Object.keys(zones).find((key) => bare(key) === name);
  if (found !== undefined) return zones[found];
  if (exists(zones, name)) return undefined;
  const labels = name.split('.');
  for (let from = 1; from < labels.length; from++) {
    const wildcard = zones[`*.${labels.slice(from).join('.')}`];
    if (wildcard) return wildcard;
  }
  return undefined;
}

function exists(zones: Zones, name: string): boolean {
  return Object.keys(zones).some((key) => bare(key) === name || bare(key).endsWith(`.${name}`));
}

function isOfType(record: ZoneRecord, type: RecordType): boolean {
  return typeof record === 'object' && type in record;
}

function dataOf(record: ZoneRecord, type: RecordType): unknown {
  return (record as Record<string, unknown>)[type];
}

function toRecord(value: unknown, type: RecordType): unknown {
  if (type === 'TXT') return [value].flat().join('');
  if (type === 'MX') {
    const [preference, host] = value as [number, string];
    return { preference, host: bare(host) };
  }
  if (type === 'SOA') {
    const [server, serial] = value as [string, number];
    return { server: bare(server), serial };
  }
  return ['A', 'AAAA'].includes(type) ? value : bare(String(value));
}
