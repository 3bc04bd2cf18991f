import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { connect, isIPv6 } from 'node:net';
import packet, { type DecodedPacket } from 'dns-packet';
import type { DnsServer } from './servers';
import type { DnsTrouble, RecordType } from './types';

export type Question = { name: string; type: RecordType };
export type Reply = { reply: DecodedPacket } | { trouble: DnsTrouble };

/** Fits the smallest packet of IPv6, so that no fragment is lost (DNS Flag Day 2020); what is larger comes by TCP. */
const UDP_BYTES = 1232;

type Way = { timeoutMs: number; recursive: boolean };

/** One question to one server, over UDP, and over TCP where the answer was cut. The time is for both together. Never throws. */
export async function exchange(
  server: DnsServer,
  question: Question,
  { timeoutMs, recursive }: Way,
): Promise<Reply> {
  const until = performance.now() + timeoutMs;
  const query = writeQuery(question, recursive, true);
  const first = await askByUdp(server, query, timeoutMs);
  // A server of before EDNS (RFC 6891 7).
  const plain = 'reply' in first && ['FORMERR', 'NOTIMP'].includes(rcodeOf(first.reply));
  const reply = plain
    ? await askByUdp(server, writeQuery(question, recursive, false), until - performance.now())
    : first;
  if (!('reply' in reply) || !reply.reply.flag_tc) return reply;
  return askByTcp(server, writeQuery(question, recursive, false), until - performance.now());
}

/** Of the header, as `NOERROR`, `NXDOMAIN`; the library's types do not know it. */
export function rcodeOf(reply: DecodedPacket): string {
  return (reply as DecodedPacket & { rcode: string }).rcode;
}

type Query = Question & { id: number; bytes: Buffer };

function writeQuery({ name, type }: Question, recursive: boolean, withEdns: boolean): Query {
  // Whoever answers without having seen the question has to guess this and the port.
  const id = randomInt(0x10000);
  const bytes = packet.encode({
    type: 'query',
    id,
    flags: (recursive ? packet.RECURSION_DESIRED : 0) | packet.AUTHENTIC_DATA,
    questions: [{ name, type }],
    ...(withEdns && {
      additionals: [
        {
          type: 'OPT',
          name: '.',
          udpPayloadSize: UDP_BYTES,
          extendedRcode: 0,
          ednsVersion: 0,
          flags: 0,
          flag_do: false,
          options: [],
        },
      ],
    }),
  });
  return { name, type, id, bytes };
}

function askByUdp(server: DnsServer, query: Query, timeoutMs: number): Promise<Reply> {
  const socket = createSocket(isIPv6(server.address) ? 'udp6' : 'udp4');
  return untilDone(
    timeoutMs,
    () => socket.close(),
    (done) => {
      socket.on('error', () => done({ trouble: 'unreachable' }));
      socket.on('message', (bytes) => {
        const read = readReply(bytes, query);
        // What answers something else may be anybody's: the right answer may still come.
        if (read) done(read);
      });
      // Connected: packets from anywhere else do not reach it.
      socket.connect(server.port, server.address, () => socket.send(query.bytes));
    },
  );
}

function askByTcp(server: DnsServer, query: Query, timeoutMs: number): Promise<Reply> {
  const socket = connect({ host: server.address, port: server.port });
  return untilDone(
    timeoutMs,
    () => socket.destroy(),
    (done) => {
      let bytes = Buffer.alloc(0);
      socket.on('error', () => done({ trouble: 'unreachable' }));
      socket.on('close', () => done({ trouble: 'malformed' }));
      socket.on('connect', () => {
        const length = Buffer.alloc(2);
        length.writeUInt16BE(query.bytes.length);
        socket.write(Buffer.concat([length, query.bytes]));
      });
      socket.on('data', (chunk) => {
        bytes = Buffer.concat([bytes, chunk]);
        // The length is of two bytes: this cannot grow beyond 64 KB and a chunk.
        if (bytes.length < 2 || bytes.length < 2 + bytes.readUInt16BE(0)) return;
        done(readReply(bytes.subarray(2, 2 + bytes.readUInt16BE(0)), query) ?? { trouble: 'malformed' });
      });
    },
  );
}

async function untilDone(
  timeoutMs: number,
  close: () => void,
  start: (done: (reply: Reply) => void) => void,
): Promise<Reply> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Reply>((resolve) => {
      timer = setTimeout(() => resolve({ trouble: 'timeout' }), Math.max(timeoutMs, 0));
      start(resolve);
    });
  } finally {
    clearTimeout(timer);
    close();
  }
}

/** Null: it is no answer to this. */
function readReply(bytes: Buffer, query: Query): Reply | null {
  if (bytes.length < 12 || bytes.readUInt16BE(0) !== query.id || (bytes[2]! & 0x80) === 0) return null;
  try {
    const reply = packet.decode(bytes);
    const asked = reply.questions?.[0];
    // Some send back no question with an error.
    if (!asked && rcodeOf(reply) !== 'NOERROR') return { reply };
    if (asked?.type !== query.type || !isSameName(asked.name, query.name)) return null;
    return { reply };
  } catch {
    return { trouble: 'malformed' };
  }
}

export function isSameName(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

/** Lower case, without the dot of the root. */
export function bare(name: string): string {
  return name.replace(/\.$/, '').toLowerCase();
}
