import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { Ledger } from './ledger';
import { type Manners, Session } from './session';

/** An SMTP server of this process on a free port of loopback, which can be taken down and brought back. */
export class MailServer {
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();
  private portTaken = 0;

  private constructor(
    readonly name: string,
    readonly ledger: Ledger,
    private readonly manners: Manners,
  ) {}

  static async start(name: string, manners: Manners, ledger = new Ledger()): Promise<MailServer> {
    const server = new MailServer(name, ledger, manners);
    await server.up();
    return server;
  }

  get port(): number {
    return this.portTaken;
  }

  /** Listens, on the same port as before. */
  async up(): Promise<void> {
    const server = createServer({ noDelay: true }, (socket) => {
      this.sockets.add(socket);
      socket.on('error', () => socket.destroy()).on('close', () => this.sockets.delete(socket));
      const take = (id: string, to: string[]) =>
        this.ledger.note(id, { at: Date.now(), to, server: this.name });
      void new Session(socket, this.manners, take).run();
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject).listen(this.portTaken, '127.0.0.1', resolve);
    });
    this.portTaken = (server.address() as AddressInfo).port;
    this.server = server;
  }

  /** New connections are refused; those that are open go on. */
  refuse(): void {
    this.server?.close();
    this.server = undefined;
  }

  /** As when the machine loses power: nothing listens, and every connection is cut. */
  down(): void {
    this.refuse();
    for (const socket of this.sockets) socket.resetAndDestroy();
  }
}
