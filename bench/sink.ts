import { createServer, type Socket } from 'node:net';

/** Accepts every message and forgets it, in a process of its own: fast enough not to be what is measured. */
const REPORT_EVERY_MS = 10;
const END_OF_DATA = Buffer.from('\r\n.\r\n');

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
  let pending: Buffer = Buffer.alloc(0);
  let inData = false;
  socket.on('error', () => socket.destroy());
  socket.write('220 sink ESMTP\r\n');
  socket.on('data', (chunk) => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    let replies = '';
    for (;;) {
      if (inData) {
        const end = pending.indexOf(END_OF_DATA);
        if (end === -1) {
          // The end may arrive in pieces: keep what may be its beginning.
          pending = pending.subarray(Math.max(0, pending.length - END_OF_DATA.length + 1));
          break;
        }
        pending = pending.subarray(end + END_OF_DATA.length);
        inData = false;
        accepted++;
        replies += '250 2.0.0 accepted\r\n';
      } else {
        const end = pending.indexOf('\r\n');
        if (end === -1) break;
        const command = pending.toString('latin1', 0, end);
        pending = pending.subarray(end + 2);
        replies += answer(command);
        if (/^DATA$/i.test(command)) {
          inData = true;
          // So that a lone dot in the first line is seen as the end, too.
          pending = Buffer.concat([Buffer.from('\r\n'), pending]);
        }
        if (/^QUIT$/i.test(command)) {
          socket.end(replies);
          return;
        }
      }
    }
    if (replies) socket.write(replies);
  });
}

function answer(command: string): string {
  switch (command.slice(0, 4).toUpperCase()) {
    case 'EHLO':
      return '250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-ENHANCEDSTATUSCODES\r\n250 SMTPUTF8\r\n';
    case 'HELO':
    case 'MAIL':
    case 'RCPT':
    case 'RSET':
    case 'NOOP':
      return '250 2.0.0 OK\r\n';
    case 'DATA':
      return '354 go on\r\n';
    case 'QUIT':
      return '221 2.0.0 bye\r\n';
    default:
      return '502 5.5.1 not known here\r\n';
  }
}
