import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { createTransport } from 'nodemailer';
import { onTestFinished } from 'vitest';
import { sql } from '@/lib/database/db';
import { createDoor, type DoorOptions } from '@/lib/submission/door';

/** The SMTP door on a free port of this machine, closed when the test ends. */
export async function openDoor(options: Partial<DoorOptions> = {}): Promise<number> {
  const server = createDoor({
    name: 'relevo.test',
    certificate: null,
    implicit: false,
    mayBePlain: () => true,
    ...options,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const connection of server.connections) connection.close();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  return (server.server.address() as AddressInfo).port;
}

export function mailer(port: number, pass: string, options: object = {}) {
  const transport = createTransport({ host: '127.0.0.1', port, auth: { user: 'shop', pass }, ...options });
  onTestFinished(() => transport.close());
  return transport;
}

/** The id that a reply names. */
export const idIn = (response: string) => /queued as ([\w-]{36})/.exec(response)?.[1];

export async function storedMessages() {
  return sql()<
    {
      id: string;
      subject: string;
      recipients: { address: string; kind: string; name?: string }[];
      tags: string[];
      priority: number;
      category: string;
      metadata: Record<string, string> | null;
      html: string | null;
      text: string | null;
      headers: Record<string, string> | null;
    }[]
  >`
    select m.id, m.subject, m.recipients, m.tags, m.priority, m.category, m.metadata, b.html, b.text, b.headers
    from messages m join message_bodies b on b.message_id = m.id order by m.id`;
}

/** A client that says word by word what it is told. */
export class RawClient {
  private buffer = '';
  greeting = '';
  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk) => {
      this.buffer += chunk.toString('latin1');
    });
    socket.on('error', () => undefined);
  }

  static async open(port: number): Promise<RawClient> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    const client = new RawClient(socket);
    onTestFinished(() => {
      socket.destroy();
    });
    client.greeting = await client.reply();
    return client;
  }

  /** One whole reply: its last line has a blank after the code. */
  async reply(): Promise<string> {
    for (;;) {
      const whole = /^(?:\d{3}-[^\n]*\n)*\d{3} [^\n]*\n/.exec(this.buffer)?.[0];
      if (whole) {
        this.buffer = this.buffer.slice(whole.length);
        return whole.trimEnd();
      }
      if (this.socket.destroyed) return 'closed';
      await Promise.race([once(this.socket, 'data'), once(this.socket, 'close')]);
    }
  }

  write(text: string): void {
    this.socket.write(text, 'latin1');
  }

  hangUp(): void {
    this.socket.destroy();
  }

  async say(line: string): Promise<string> {
    this.write(`${line}\r\n`);
    return this.reply();
  }

  async signIn(token: string): Promise<string> {
    await this.say('EHLO client');
    return this.say(`AUTH PLAIN ${Buffer.from(`\0any\0${token}`).toString('base64')}`);
  }
}
