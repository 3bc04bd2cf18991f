import { createSocket, type Socket as UdpSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import packet, { type Answer, type DecodedPacket } from 'dns-packet';
import type { RecordType } from '@/lib/dns/types';
import { answerFromZones, type Zones } from './dns-zones';

export type ServedDns = {
  /** For `RELEVO_DNS_SERVERS`. */
  address: string;
  port: number;
  /** May be changed while it serves. */
  zones: Zones;
  /** Each question's type and name, and the way it came. */
  asked: { name: string; type: string; by: 'udp' | 'tcp' }[];
  close(): Promise<void>;
};

type Options = {
  /** Not over TCP, as behind some firewalls. */
  tcp?: boolean;
  /** It vouches for all by DNSSEC. */
  authenticated?: boolean;
  port?: number;
  /** What it has to wait for before it answers. */
  onQuestion?: (name: string, type: string) => unknown;
};

const PLAIN_UDP_BYTES = 512;

/** An authoritative DNS server of these zones on loopback, UDP and TCP on one port. What does not fit into a packet is cut, and told by TCP. */
export async function serveDns(
  zones: Zones,
  { tcp = true, authenticated = false, port = 0, onQuestion }: Options = {},
): Promise<ServedDns> {
  const asked: ServedDns['asked'] = [];
  const answer = async (bytes: Buffer, by: 'udp' | 'tcp'): Promise<Buffer | null> => {
    const query = packet.decode(bytes);
    const question = query.questions![0]!;
    asked.push({ name: question.name.toLowerCase(), type: question.type, by });
    await onQuestion?.(question.name.toLowerCase(), question.type);
    return reply(served.zones, query, by, authenticated);
  };
  const open = new Set<Socket>();
  let isClosed = false;
  const server = createServer((socket) => {
    open.add(socket.on('close', () => open.delete(socket)).on('error', () => socket.destroy()));
    let bytes = Buffer.alloc(0);
    socket.on('data', async (chunk) => {
      bytes = Buffer.concat([bytes, chunk]);
      if (bytes.length < 2 || bytes.length < 2 + bytes.readUInt16BE(0)) return;
      const out = await answer(bytes.subarray(2), 'tcp');
      if (!out) return;
      const length = Buffer.alloc(2);
      length.writeUInt16BE(out.length);
      socket.end(Buffer.concat([length, out]));
    });
  });
  const udp = await listen(server, port);
  if (!tcp) server.close();
  udp.on('message', async (bytes, from) => {
    const out = await answer(bytes, 'udp');
    if (out && !isClosed) udp.send(out, from.port, from.address);
  });
  const served: ServedDns = {
    address: `127.0.0.1:${udp.address().port}`,
    port: udp.address().port,
    zones,
    asked,
    async close() {
      isClosed = true;
      udp.close();
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return served;
}

const TRIES = 20;

/** Both ways on one port: the system names one that is free for TCP, and then it may be taken for UDP. */
async function listen(server: Server, port: number, tries = TRIES): Promise<UdpSocket> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const udp = createSocket('udp4').bind((server.address() as AddressInfo).port, '127.0.0.1');
  try {
    await once(udp, 'listening');
    return udp;
  } catch (error) {
    await new Promise((resolve) => server.close(resolve));
    if (port !== 0 || tries === 0) throw error;
    return listen(server, port, tries - 1);
  }
}

function reply(zones: Zones, query: DecodedPacket, by: 'udp' | 'tcp', authenticated: boolean): Buffer | null {
  const question = query.questions![0]!;
  const found = answerFromZones(zones, question.name, question.type as RecordType);
  if (found === 'TIMEOUT') return null;
  const flags =
    packet.AUTHORITATIVE_ANSWER | packet.RECURSION_AVAILABLE | (authenticated ? packet.AUTHENTIC_DATA : 0);
  const head = { type: 'response' as const, id: query.id!, questions: [question] };
  if (found === 'GARBAGE')
    return Buffer.concat([packet.encode({ ...head, flags }).subarray(0, 12), Buffer.alloc(9, 255)]);
  if (typeof found === 'string') return packet.encode({ ...head, flags: flags | RCODES[found] });
  const bytes = packet.encode({
    ...head,
    flags: flags | RCODES[found.rcode],
    answers: found.answers.map(toAnswer),
  });
  const room = query.additionals?.find(({ type }) => type === 'OPT') as
    | { udpPayloadSize?: number }
    | undefined;
  if (by === 'tcp' || bytes.length <= Math.max(room?.udpPayloadSize ?? 0, PLAIN_UDP_BYTES)) return bytes;
  return packet.encode({ ...head, flags: flags | packet.TRUNCATED_RESPONSE });
}

const RCODES = { NOERROR: 0, SERVFAIL: 2, NXDOMAIN: 3, REFUSED: 5 };

function toAnswer({ name, type, value }: { name: string; type: RecordType; value: unknown }): Answer {
  return { name, type, ttl: 300, data: toData(type, value) } as Answer;
}

const STRING_BYTES = 255;

function toData(type: RecordType, value: unknown): unknown {
  if (type === 'MX') {
    const [preference, exchange] = value as [number, string];
    return { preference, exchange };
  }
  if (type === 'SOA') {
    const [mname, serial] = value as [string, number];
    return {
      mname,
      rname: 'hostmaster.example.com',
      serial,
      refresh: 3600,
      retry: 600,
      expire: 86400,
      minimum: 60,
    };
  }
  if (type !== 'TXT') return value;
  return ([value].flat() as string[]).flatMap((text) => inStrings(Buffer.from(text, 'latin1')));
}

function inStrings(bytes: Buffer): Buffer[] {
  const count = Math.max(Math.ceil(bytes.length / STRING_BYTES), 1);
  return Array.from({ length: count }, (_, at) => bytes.subarray(at * STRING_BYTES, (at + 1) * STRING_BYTES));
}
