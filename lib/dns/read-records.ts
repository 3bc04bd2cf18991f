import type { Answer } from 'dns-packet';
import { bare } from './exchange';
import type { RecordType } from './types';

/** What the answers of one type hold, in the shapes of `RecordOf`. */
export function readRecords(type: RecordType, answers: Answer[]): { records: unknown[]; ttlSeconds: number } {
  const own = answers.filter((answer) => answer.type === type);
  return {
    records: own.map((answer) => READ[type]((answer as { data: unknown }).data)),
    ttlSeconds: Math.min(...own.map((answer) => (answer as { ttl?: number }).ttl ?? 0)),
  };
}

const name = (data: unknown) => bare(String(data));

const READ: Record<RecordType, (data: unknown) => unknown> = {
  A: String,
  AAAA: String,
  CNAME: name,
  NS: name,
  PTR: name,
  // The null MX of RFC 7505 has the root as its host: an empty name here.
  MX: (data) => {
    const { preference, exchange } = data as { preference?: number; exchange: string };
    return { preference: preference ?? 0, host: name(exchange) };
  },
  SOA: (data) => {
    const { mname, serial } = data as { mname: string; serial?: number };
    return { server: name(mname), serial: serial ?? 0 };
  },
  TXT: (data) =>
    Buffer.concat(([data].flat() as (Buffer | string)[]).map((part) => Buffer.from(part))).toString('latin1'),
};
