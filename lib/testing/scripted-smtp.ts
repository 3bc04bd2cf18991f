import { createServer, type Socket } from 'node:net';
import { listen, type Mail } from './smtp-server';

/**
 * A reply (`550 5.1.1 …`), a reply that comes later, one after which the connection ends (`close`) or takes no more replies (`half-close`),
 * or what a broken server does instead of answering. `cut`: without a line end.
 */
export type Step =
  | string
  | Promise<string>
  | 'hang'
  | 'drop'
  | { say: string; ends: 'close' | 'half-close'; cut?: true };

/** Which connection to this server it is, and which MAIL over it; both from 1. */
type Turn = { connection: number; transaction: number };
type Steps = Step | ((said: string, turn: Turn) => Step | undefined);

export type SmtpScript = {
  greeting?: Step;
  capabilities?: string[];
  ehlo?: Step;
  auth?: Steps;
  mail?: Steps;
  /** A function is asked for each address. */
  rcpt?: Steps;
  data?: Steps;
  rset?: Steps;
  /** `cut`: hangs up at the first byte of the body. A function gets nothing said. */
  body?: Steps | 'cut';
  /** What it does when so much of a body is there; `pause`: reads no more, and says nothing. */
  midBody?: { bytes: number; does: Step | 'pause' };
};

export type ScriptedSmtp = {
  port: number;
  commands: string[];
  /** `raw`: exactly as on the wire, dots still stuffed, without the end of data. `to`: those whose RCPT got a 250. */
  mails: Mail[];
  opened: () => number;
  /** Connections that the client has not closed yet. */
  open: () => number;
};

const END_OF_DATA = '\r\n.\r\n';

/** A server that misbehaves as the script says, in plain text, on a free port; closed when the test ends. */
export async function startScriptedSmtp(script: SmtpScript = {}): Promise<ScriptedSmtp> {
  const commands: string[] = [];
  const mails: Mail[] = [];
  let opened = 0;
  let open = 0;
  const server = createServer((socket) => {
    opened++;
    open++;
    socket.on('close', () => open--);
    converse(socket, script, commands, mails, opened);
  });
  return { port: await listen(server), commands, mails, opened: () => opened, open: () => open };
}

function converse(
  socket: Socket,
  script: SmtpScript,
  commands: string[],
  mails: Mail[],
  connection: number,
): void {
  const turn = { connection, transaction: 0 };
  let envelope = { from: '', to: [] as string[] };
  let input = '';
  let inBody = false;
  let bodyStart = 0;
  let interrupted = false;
  const perform = async (step: Step) => {
    if (step === 'drop') return socket.destroy();
    if (step === 'hang') return;
    if (typeof step === 'object' && 'say' in step) {
      socket.write(step.cut ? step.say : `${step.say}\r\n`);
      // The half that is closed is ours: what the client still sends is read on.
      return step.ends === 'close' ? socket.destroySoon() : socket.end();
    }
    const reply = await step;
    if (!socket.destroyed) socket.write(`${reply}\r\n`);
  };
  const interrupt = () => {
    if (!script.midBody || interrupted || input.length < script.midBody.bytes) return;
    interrupted = true;
    const { does } = script.midBody;
    if (does === 'pause') socket.pause();
    else void perform(does);
  };
  const takeBody = (): boolean => {
    if (input === '') return false;
    if (script.body === 'cut') socket.destroy();
    interrupt();
    // The line break before the dot may be the one that ended the DATA command.
    const end = `\r\n${input}`.indexOf(END_OF_DATA, Math.max(0, bodyStart - END_OF_DATA.length));
    bodyStart = input.length;
    if (end < 0) return false;
    mails.push({ ...envelope, raw: Buffer.from(input.slice(0, end), 'latin1') });
    input = input.slice(end + END_OF_DATA.length - 2);
    inBody = false;
    const step = script.body === 'cut' ? 'hang' : stepOf(script.body, '', turn);
    void perform(step ?? '250 2.0.0 Ok: queued as TEST');
    return true;
  };
  const takeCommand = (): boolean => {
    const end = input.indexOf('\r\n');
    if (end < 0) return false;
    const line = input.slice(0, end);
    input = input.slice(end + 2);
    commands.push(line);
    if (/^MAIL/i.test(line)) {
      envelope = { from: addressIn(line), to: [] };
      turn.transaction++;
    }
    const step = answer(line, script, turn);
    if (/^RCPT/i.test(line) && String(step).startsWith('250')) envelope.to.push(addressIn(line));
    inBody = /^DATA$/i.test(line) && typeof step === 'string' && step.startsWith('354');
    bodyStart = 0;
    void perform(step);
    if (/^QUIT$/i.test(line)) socket.end();
    return true;
  };
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    input += chunk;
    while (inBody ? takeBody() : takeCommand());
  });
  void perform(script.greeting ?? '220 scripted.test ESMTP');
}

function answer(line: string, script: SmtpScript, turn: Turn): Step {
  const [verb = ''] = line.toUpperCase().split(' ');
  switch (verb) {
    case 'EHLO':
    case 'HELO':
      return (
        script.ehlo ??
        listCapabilities(script.capabilities ?? ['AUTH PLAIN', 'ENHANCEDSTATUSCODES', '8BITMIME'])
      );
    case 'AUTH':
      return stepOf(script.auth, line, turn) ?? '235 2.7.0 Accepted';
    case 'MAIL':
      return stepOf(script.mail, line, turn) ?? '250 2.1.0 Ok';
    case 'RCPT':
      return stepOf(script.rcpt, addressIn(line), turn) ?? '250 2.1.5 Ok';
    case 'DATA':
      return stepOf(script.data, line, turn) ?? '354 End data with <CR><LF>.<CR><LF>';
    case 'RSET':
      return stepOf(script.rset, line, turn) ?? '250 2.0.0 Ok';
    case 'QUIT':
      return '221 2.0.0 Bye';
    default:
      return verb === 'NOOP' ? '250 2.0.0 Ok' : '502 5.5.1 Not known';
  }
}

function stepOf(steps: Steps | undefined, said: string, turn: Turn): Step | undefined {
  return typeof steps === 'function' ? steps(said, turn) : steps;
}

function addressIn(line: string): string {
  return /<([^>]*)>/.exec(line)?.[1] ?? '';
}

function listCapabilities(capabilities: string[]): string {
  const lines = ['scripted.test', ...capabilities];
  return lines.map((line, index) => `250${index === lines.length - 1 ? ' ' : '-'}${line}`).join('\r\n');
}
