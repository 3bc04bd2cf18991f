import { createSocket } from 'node:dgram';
import { onTestFinished } from 'vitest';
import { forgetEnv } from '@/lib/env';

type Records = Record<string, string[]>;
export type DnsServer = { asked: string[] };
type More = {
  /** Preference and host; RFC 7505's null MX is `[0, '']`. */
  mx?: Record<string, [preference: number, host: string][]>;
  /** Names of which it says that it failed. */
  failing?: string[];
  /** It knows nothing of the world, as in a network without a way out. */
  offline?: boolean;
  /** Names of which it says nothing. */
  silent?: string[];
};

/**
 * A DNS server (RFC 1035, over UDP) on this machine that knows these hosts' addresses and mail servers and no others. Until the end of the
 * test nobody else is asked.
 */
export async function setUpDns(
  records: Records,
  { mx = {}, failing, silent, offline }: More = {},
): Promise<DnsServer> {
  const asked: string[] = [];
  const socket = createSocket('udp4');
  socket.on('message', (query, from) => {
    const { name, type } = readQuestion(query);
    if (name === 'com' && type === NS && !offline) {
      socket.send(toAnswer(query, NOERROR, [writeRecord(NS, toName('a.gtld-servers.net'))]), from.port);
      return;
    }
    asked.push(name);
    if (silent?.includes(name)) return;
    const isKnown = name in records || name in mx;
    const answers =
      type === MX
        ? (mx[name] ?? []).map(toMxRecord)
        : (records[name] ?? []).filter((address) => typeOf(address) === type).map(toRecord);
    const code = failing?.includes(name) ? SERVFAIL : isKnown ? NOERROR : NXDOMAIN;
    socket.send(toAnswer(query, code, answers), from.port);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  process.env.RELEVO_DNS_SERVERS = `127.0.0.1:${socket.address().port}`;
  forgetEnv();
  onTestFinished(() => {
    socket.close();
    delete process.env.RELEVO_DNS_SERVERS;
    forgetEnv();
  });
  return { asked };
}

const HEADER_BYTES = 12;
const A = 1;
const AAAA = 28;
const MX = 15;
const NS = 2;
const NOERROR = 0;
const SERVFAIL = 2;
const NXDOMAIN = 3;

function readQuestion(query: Buffer): { name: string; type: number } {
  const labels: string[] = [];
  let at = HEADER_BYTES;
  for (let length = query[at]!; length > 0; length = query[at]!) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1) };
}

function toAnswer(query: Buffer, code: number, answers: Buffer[]): Buffer {
  const end = query.indexOf(0, HEADER_BYTES) + 5;
  const header = Buffer.from(query.subarray(0, HEADER_BYTES));
  header.writeUInt16BE(0x8180 + code, 2);
  header.writeUInt16BE(answers.length, 6);
  header.writeUInt32BE(0, 8);
  return Buffer.concat([header, query.subarray(HEADER_BYTES, end), ...answers]);
}

function toRecord(address: string): Buffer {
  return writeRecord(typeOf(address), toBytes(address));
}

function toMxRecord([preference, host]: [number, string]): Buffer {
  return writeRecord(MX, Buffer.concat([Buffer.from([0, preference]), toName(host)]));
}

function toName(host: string): Buffer {
  const labels = host.split('.').filter(Boolean);
  const parts = labels.flatMap((label) => [Buffer.from([label.length]), Buffer.from(label, 'latin1')]);
  return Buffer.concat([...parts, Buffer.from([0])]);
}

/** The name as a pointer to the question, class IN, kept for no time. */
function writeRecord(type: number, data: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0xc0, HEADER_BYTES, 0, type, 0, 1, 0, 0, 0, 0, 0, data.length]), data]);
}

function typeOf(address: string): number {
  return address.includes(':') ? AAAA : A;
}

function toBytes(address: string): Buffer {
  if (!address.includes(':')) return Buffer.from(address.split('.').map(Number));
  const [head = '', tail] = address.split('::');
  const [front, back] = [head, tail ?? ''].map((part) => part.split(':').filter(Boolean)) as [
    string[],
    string[],
  ];
  const groups = [...front, ...Array(8 - front.length - back.length).fill('0'), ...back];
  return Buffer.from(groups.map((group) => group.padStart(4, '0')).join(''), 'hex');
}
