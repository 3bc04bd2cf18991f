import type { Socket } from 'node:net';
import { sleep } from '../waiting';
import { Input } from './input';
import { Ledger } from './ledger';

/** The ways in which a session fails. That nobody listens at all is the server's, not a session's. */
export const FAULTS = [
  'banner_421',
  'hang_at_ehlo',
  'mail_450',
  'rcpt_451',
  'rcpt_550',
  'drop_in_data',
  'drop_before_250',
  'late_250',
] as const;
export type Fault = (typeof FAULTS)[number];

/** What is said instead of the ordinary answer; behind a 421 the connection is closed. `hang`: nothing. */
export type Step = string | 'hang';

/** What a transaction is told. */
export type Script = {
  mail?: Step;
  /** `index`: among the recipients of this transaction, from 0. */
  rcpt?: (address: string, index: number) => Step | undefined;
  body?: Step;
};

export type Manners = {
  /** Asked at each MAIL, `mails` being how many there were on this connection, this one included. */
  script?: (mails: number) => Script;
  /** Announced at EHLO: the most bytes of a message. */
  sizeLimit?: number;
  /** Asked for each connection, and for each further message on it. */
  fault?: () => Fault | null;
  /** How long the server thinks before it takes a message over. */
  thinkMs?: () => number;
  lateMs?: number;
  /** `to`: the recipients the fault is about; empty before any was named. */
  onFault?: (fault: Fault, to: string[]) => void;
  /** A message was taken over, and its client never heard of it. */
  onUnheard?: (to: string[]) => unknown;
  /** Each RCPT, before it is answered. */
  onRecipient?: (address: string) => void;
};

type Take = (id: string, to: string[]) => void;

const REFUSALS: Partial<Record<Fault, string>> = {
  banner_421: '421 4.3.2 Service not available, closing transmission channel',
  mail_450: '450 4.3.2 System is not accepting mail right now',
  rcpt_451: '451 4.2.1 Mailbox temporarily disabled, try again later',
  rcpt_550: '550 5.1.1 No such user here',
};

/** One connection, command after command, until the client goes or the fault of the moment ends it. */
export class Session {
  private readonly input: Input;
  private fault: Fault | null;
  private script: Script = {};
  private asked = 0;
  private to: string[] = [];
  private mails = 0;

  constructor(
    private readonly socket: Socket,
    private readonly manners: Manners,
    private readonly take: Take,
  ) {
    this.input = new Input(socket);
    this.fault = manners.fault?.() ?? null;
  }

  async run(): Promise<void> {
    if (this.suffers('banner_421')) return void this.socket.end(`${REFUSALS.banner_421}\r\n`);
    this.say('220 chaos.test ESMTP');
    for (let line = await this.input.until('\r\n'); line !== null; line = await this.input.until('\r\n'))
      await this.obey(line);
  }

  private async obey(line: string): Promise<void> {
    const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
    switch (line.slice(0, 4).toUpperCase()) {
      case 'EHLO':
      case 'HELO':
        if (!this.suffers('hang_at_ehlo'))
          this.say(`250-chaos.test\r\n250-8BITMIME\r\n${this.size()}250 ENHANCEDSTATUSCODES`);
        return;
      case 'MAIL':
        return this.begin();
      case 'RCPT':
        return this.addRecipient(address);
      case 'DATA':
        return this.receive();
      case 'QUIT':
        return void this.socket.end('221 2.0.0 Bye\r\n');
      default:
        this.say('250 2.0.0 Ok');
    }
  }

  private begin(): void {
    if (this.mails++ > 0) this.fault = this.manners.fault?.() ?? null;
    this.to = [];
    this.asked = 0;
    this.script = this.manners.script?.(this.mails) ?? {};
    this.speak(this.script.mail ?? (this.suffers('mail_450') ? REFUSALS.mail_450! : '250 2.1.0 Ok'));
  }

  /** One recipient of the message is refused; the others are fine. */
  private addRecipient(address: string): void {
    this.manners.onRecipient?.(address);
    const step = this.script.rcpt?.(address, this.asked++);
    const fault = this.fault;
    if (step) this.speak(step);
    else if (fault === 'rcpt_451' || fault === 'rcpt_550') {
      this.suffers(fault, [address]);
      this.fault = null;
      this.say(REFUSALS[fault]!);
    } else {
      this.to.push(address);
      this.say('250 2.1.5 Ok');
    }
  }

  private async receive(): Promise<void> {
    if (this.to.length === 0) return this.say('503 5.5.1 No valid recipients');
    this.say('354 End data with <CR><LF>.<CR><LF>');
    if (this.suffers('drop_in_data', this.to)) {
      await this.input.any();
      return void this.socket.destroy();
    }
    const mail = await this.input.until('\r\n.\r\n');
    if (mail === null) return;
    await sleep(this.manners.thinkMs?.() ?? 0);
    if (this.script.body) return this.speak(this.script.body);
    if (this.suffers('late_250', this.to)) await sleep(this.manners.lateMs ?? 25_000);
    const id = Ledger.idIn(mail);
    // From here on the server has the message, whether or not its client hears of it.
    this.take(id, this.to);
    if (this.suffers('drop_before_250', this.to)) this.socket.destroy();
    if (this.socket.writable) this.say(`250 2.0.0 Ok: queued as ${id}`);
    else this.manners.onUnheard?.(this.to);
  }

  private size(): string {
    return this.manners.sizeLimit ? `250-SIZE ${this.manners.sizeLimit}\r\n` : '';
  }

  private speak(step: Step): void {
    if (step.startsWith('421')) this.socket.end(`${step}\r\n`);
    else if (step !== 'hang') this.say(step);
  }

  /** Whether the fault of the moment is this one; told once. */
  private suffers(fault: Fault, to: string[] = []): boolean {
    if (this.fault !== fault) return false;
    this.manners.onFault?.(fault, to);
    return true;
  }

  private say(lines: string): void {
    if (this.socket.writable) this.socket.write(`${lines}\r\n`);
  }
}
