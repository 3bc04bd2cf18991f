import { createSocket } from 'node:dgram';
import { onTestFinished } from 'vitest';
import { forgetEnv } from '@/lib/env';

type Records = Record<string, string[]>;
export type DnsServer = { asked: string[] };

/**
 * A DNS server (RFC 1035, over UDP) on this machine that knows these hosts' addresses and no others. Until the end of the test nobody else is
 * asked.
 */
export async function setUpDns(records: Records): Promise<DnsServer> {
  const asked: string[] = [];
  const socket = createSocket('udp4');
  socket.on('message', (query, from) => {
    const { name, type } = readQuestion(query);
    asked.push(name);
    socket.send(
      toAnswer(
        query,
        records[name]?.filter((address) => typeOf(address) === type),
      ),
      from.port,
    );
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

function readQuestion(query: Buffer): { name: string; type: number } {
  const labels: string[] = [];
  let at = HEADER_BYTES;
  for (let length = query[at]!; length > 0; length = query[at]!) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1) };
}

/** `undefined`: no such name; an empty list: it has no address of that kind. */
function toAnswer(query: Buffer, addresses: string[] | undefined): Buffer {
  const end = query.indexOf(0, HEADER_BYTES) + 5;
  const header = Buffer.from(query.subarray(0, HEADER_BYTES));
  header.writeUInt16BE(addresses ? 0x8180 : 0x8183, 2);
  header.writeUInt16BE(addresses?.length ?? 0, 6);
  header.writeUInt32BE(0, 8);
  const answers = (addresses ?? []).map(toRecord);
  return Buffer.concat([header, query.subarray(HEADER_BYTES, end), ...answers]);
}

function toRecord(address: string): Buffer {
  const data = toBytes(address);
  // The name as a pointer to the question, class IN, kept for no time.
  const head = Buffer.from([0xc0, HEADER_BYTES, 0, typeOf(address), 0, 1, 0, 0, 0, 0, 0, data.length]);
  return Buffer.concat([head, data]);
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
