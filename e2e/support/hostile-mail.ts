import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type Taken = { recipients: string[]; raw: string };
export type HostileMail = { port: number; taken: Taken[]; close: () => Promise<void> };

/** An SMTP server whose every word is `says`; it refuses `malo@…` for good, is out of service for `down@…`, and keeps what it takes. */
export async function startHostileMail(says: string): Promise<HostileMail> {
  const taken: Taken[] = [];
  const refused = (code: number, status: string) =>
    Object.assign(new Error(`${status} ${says}`), { responseCode: code });
  const server = new SMTPServer({
    banner: says,
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    onRcptTo: ({ address }, _session, done) => {
      if (address.startsWith('malo@')) return done(refused(550, '5.1.1'));
      return address.startsWith('down@') ? done(refused(421, '4.3.2')) : done();
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        const recipients = envelope.rcptTo.map(({ address }) => address);
        taken.push({ recipients, raw: Buffer.concat(chunks).toString('latin1') });
        done(null, `2.0.0 ${says}`);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { port, taken, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
