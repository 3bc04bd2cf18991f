import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type MailServer = { port: number; mails: ParsedMail[]; close: () => Promise<void> };

/**
 * A local SMTP server that wants `password`, of any user, and keeps what it takes. It is out of service for `down@…`, and for the user NAME
 * only at `down+NAME@…`; it has no mailbox for `malo@…`.
 */
export async function startMailServer(password: string): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    onAuth: (auth, _session, done) =>
      auth.password === password
        ? done(null, { user: auth.username })
        : done(Object.assign(new Error('5.7.8 Username and password not accepted'), { responseCode: 535 })),
    onRcptTo: ({ address }, { user }, done) =>
      address.startsWith('down@') || address.startsWith(`down+${user}@`)
        ? done(Object.assign(new Error('4.3.2 Service not available'), { responseCode: 421 }))
        : address.startsWith('malo@')
          ? done(Object.assign(new Error('5.1.1 No such user here'), { responseCode: 550 }))
          : done(),
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        simpleParser(Buffer.concat(chunks)).then((mail) => {
          mails.push(mail);
          done(null, `2.0.0 Ok: queued as E2E${mails.length}`);
        }, done);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { port, mails, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
