import { createServer, type Socket } from 'node:net';

/**
 * Accepts every message and forgets it, in a process of its own: fast enough not to be what is measured, or slow by as many
 * milliseconds a message as the first argument says. A message to `marked-…@` is reported with the moment it came, one to `begun-…@` with
 * that of its first command.
 */
const REPORT_EVERY_MS = 10;
const LINE_END = Buffer.from('\r\n');
const END_OF_DATA = Buffer.from('\r\n.\r\n');
const delayMs = Number(process.argv[2] ?? 0);

let accepted = 0;
let reported = -1;

const server = createServer({ noDelay: true }, serve);
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address) process.send?.({ port: address.port });
});
setInterval(() => {
  if (accepted === reported) return;
  reported = accepted;
  process.send?.({ accepted });
}, REPORT_EVERY_MS);
process.on('disconnect', () => process.exit());

function serve(socket: Socket): void {
  const session = new Session();
  socket.on('error', () => socket.destroy());
  socket.write('220 sink ESMTP\r\n');
  socket.on('data', (chunk) => {
    const before = session.messages;
    const replies = session.read(chunk);
    const answer = () => (session.ended ? socket.end(replies) : replies && socket.write(replies));
    if (delayMs > 0 && session.messages > before) setTimeout(answer, delayMs);
    else answer();
  });
}

/** Commands may come many at once (PIPELINING) and in pieces; replies go out together. */
class Session {
  ended = false;
  messages = 0;
  private pending: Buffer = Buffer.alloc(0);
  private inData = false;
  private marker: string | undefined;
  private begunAt = 0;

  read(chunk: Buffer): string {
    this.pending = this.pending.length === 0 ? chunk : Buffer.concat([this.pending, chunk]);
    let replies = '';
    for (let reply = this.next(); reply !== undefined; reply = this.next()) replies += reply;
    return replies;
  }

  private next(): string | undefined {
    return this.ended ? undefined : this.inData ? this.takeData() : this.takeCommand();
  }

  private takeData(): string | undefined {
    const end = this.pending.indexOf(END_OF_DATA);
    if (end === -1) {
      // The end may arrive in pieces: keep what may be its beginning.
      this.pending = this.pending.subarray(Math.max(0, this.pending.length - END_OF_DATA.length + 1));
      return undefined;
    }
    this.pending = this.pending.subarray(end + END_OF_DATA.length);
    this.inData = false;
    this.messages++;
    accepted++;
    if (this.marker) process.send?.({ marked: this.marker, at: now() });
    this.marker = undefined;
    return '250 2.0.0 accepted\r\n';
  }

  private takeCommand(): string | undefined {
    const end = this.pending.indexOf(LINE_END);
    if (end === -1) return undefined;
    const line = this.pending.toString('latin1', 0, end);
    const command = line.slice(0, 4).toUpperCase();
    if (command === 'MAIL') this.begunAt = now();
    if (command === 'RCPT') this.mark(line);
    this.inData = command === 'DATA';
    this.ended = command === 'QUIT';
    // Data keeps the line end before it, so that a lone dot in its first line is seen as the end, too.
    this.pending = this.pending.subarray(this.inData ? end : end + LINE_END.length);
    return REPLIES[command] ?? '502 5.5.1 not known here\r\n';
  }

  private mark(line: string): void {
    this.marker = /<(marked-[^@]+)@/.exec(line)?.[1];
    const begun = /<(begun-[^@]+)@/.exec(line)?.[1];
    if (begun) process.send?.({ marked: begun, at: this.begunAt });
  }
}

/** Of the clock on the wall, which other processes read too. */
function now(): number {
  return performance.timeOrigin + performance.now();
}

const OK = '250 2.0.0 OK\r\n';
const REPLIES: Record<string, string> = {
  EHLO: '250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-ENHANCEDSTATUSCODES\r\n250 SMTPUTF8\r\n',
  HELO: OK,
  MAIL: OK,
  RCPT: OK,
  RSET: OK,
  NOOP: OK,
  DATA: '354 go on\r\n',
  QUIT: '221 2.0.0 bye\r\n',
};
