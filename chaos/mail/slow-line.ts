import { createServer, type Server, type Socket } from 'node:net';
import { Ledger } from './ledger';

const HEAD_BYTES = 64 * 1024;

/** An SMTP server behind a slow line: of a body it reads a piece, rests, reads the next. Keeps nothing of it but the Message-ID. */
export class SlowLine {
  readonly ledger = new Ledger();
  readonly bodiesMs: number[] = [];
  private readonly sockets = new Set<Socket>();

  private constructor(
    readonly name: string,
    readonly port: number,
    private readonly server: Server,
  ) {}

  static async start(name: string, restMs: number): Promise<SlowLine> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const line = new SlowLine(name, (server.address() as { port: number }).port, server);
    server.on('connection', (socket) => line.serve(socket, restMs));
    return line;
  }

  stop(): void {
    this.server.close();
    for (const socket of this.sockets) socket.destroy();
  }

  private serve(socket: Socket, restMs: number): void {
    this.sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => this.sockets.delete(socket));
    let to: string[] = [];
    let body: { head: string; tail: string; since: number } | null = null;
    let rest = '';
    const obey = (line: string) => {
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === 'MAIL') to = [];
      if (verb === 'RCPT') to.push(/<([^>]*)>/.exec(line)?.[1] ?? '');
      if (verb === 'DATA') body = { head: '', tail: '', since: performance.now() };
      socket.write(verb === 'DATA' ? '354 Go on\r\n' : verb === 'QUIT' ? '221 Bye\r\n' : '250 Ok\r\n');
    };
    const read = (text: string) => {
      if (!body) {
        const lines = (rest + text).split('\r\n');
        rest = lines.pop()!;
        for (const line of lines) obey(line);
        return;
      }
      if (body.head.length < HEAD_BYTES) body.head += text;
      body.tail = (body.tail + text).slice(-5);
      if (body.tail !== '\r\n.\r\n') {
        socket.pause();
        setTimeout(() => socket.resume(), restMs);
        return;
      }
      const id = Ledger.idIn(body.head);
      this.bodiesMs.push(performance.now() - body.since);
      this.ledger.note(id, { at: Date.now(), to, server: this.name });
      body = null;
      socket.write(`250 2.0.0 Ok: queued as ${id}\r\n`);
    };
    socket.setEncoding('latin1').on('data', read);
    socket.write('220 slow.test ESMTP\r\n');
  }
}
