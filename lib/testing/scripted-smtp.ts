import { createServer, type Socket } from 'node:net';
import { listen, type Mail } from './smtp-server';

/** A reply (`550 5.1.1 …`), a reply that comes later, or what a broken server does instead of answering. */
export type Step = string | Promise<string> | 'hang' | 'drop';

export type SmtpScript = {
  greeting?: Step;
  capabilities?: string[];
  auth?: Step | ((line: string) => Step);
  mail?: Step;
  rcpt?: Step | ((address: string) => Step);
  data?: Step;
  /** `cut`: hangs up at the first byte of the body. */
  body?: Step | 'cut';
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
    converse(socket, script, commands, mails);
  });
  return { port: await listen(server), commands, mails, opened: () => opened, open: () => open };
}

function converse(socket: Socket, script: SmtpScript, commands: string[], mails: Mail[]): void {
  let envelope = { from: '', to: [] as string[] };
  let input = '';
  let inBody = false;
  let bodyStart = 0;
  const perform = async (step: Step) => {
    if (step === 'drop') return socket.destroy();
    if (step === 'hang') return;
    const reply = await step;
    if (!socket.destroyed) socket.write(`${reply}\r\n`);
  };
  const takeBody = (): boolean => {
    if (input === '') return false;
    if (script.body === 'cut') socket.destroy();
    // The line break before the dot may be the one that ended the DATA command.
    const end = `\r\n${input}`.indexOf(END_OF_DATA, Math.max(0, bodyStart - END_OF_DATA.length));
    bodyStart = input.length;
    if (end < 0) return false;
    mails.push({ ...envelope, raw: Buffer.from(input.slice(0, end), 'latin1') });
    input = input.slice(end + END_OF_DATA.length - 2);
    inBody = false;
    void perform(script.body === 'cut' ? 'hang' : (script.body ?? '250 2.0.0 Ok: queued as TEST'));
    return true;
  };
  const takeCommand = (): boolean => {
    const end = input.indexOf('\r\n');
    if (end < 0) return false;
    const line = input.slice(0, end);
    input = input.slice(end + 2);
    commands.push(line);
    const step = answer(line, script);
    if (/^MAIL/i.test(line)) envelope = { from: addressIn(line), to: [] };
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

function answer(line: string, script: SmtpScript): Step {
  const [verb = ''] = line.toUpperCase().split(' ');
  switch (verb) {
    case 'EHLO':
    case 'HELO':
      return listCapabilities(script.capabilities ?? ['AUTH PLAIN', 'ENHANCEDSTATUSCODES', '8BITMIME']);
    case 'AUTH':
      return (typeof script.auth === 'function' ? script.auth(line) : script.auth) ?? '235 2.7.0 Accepted';
    case 'MAIL':
      return script.mail ?? '250 2.1.0 Ok';
    case 'RCPT': {
      const step = typeof script.rcpt === 'function' ? script.rcpt(addressIn(line)) : script.rcpt;
      return step ?? '250 2.1.5 Ok';
    }
    case 'DATA':
      return script.data ?? '354 End data with <CR><LF>.<CR><LF>';
    case 'QUIT':
      return '221 2.0.0 Bye';
    default:
      return verb === 'RSET' || verb === 'NOOP' ? '250 2.0.0 Ok' : '502 5.5.1 Not known';
  }
}

function addressIn(line: string): string {
  return /<([^>]*)>/.exec(line)?.[1] ?? '';
}

function listCapabilities(capabilities: string[]): string {
  const lines = ['scripted.test', ...capabilities];
  return lines.map((line, index) => `250${index === lines.length - 1 ? ' ' : '-'}${line}`).join('\r\n');
}
