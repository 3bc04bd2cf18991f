import { readFileSync } from 'node:fs';
import type { AddressInfo, Server, Socket } from 'node:net';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { SMTPServer } from 'smtp-server';
import { onTestFinished } from 'vitest';

export type Mail = { from: string; to: string[]; raw: Buffer };

export type MailServer = {
  port: number;
  mails: Mail[];
  /** How many connections were ever opened, and how many still are. */
  opened: () => number;
  open: () => number;
  /** Ends every connection, as a server does that restarts. */
  hangUp: () => void;
};

export type MailServerOptions = {
  security?: 'none' | 'starttls' | 'tls';
  certificate?: Certificate;
  login?: { username: string; password: string };
  /** XOAUTH2 only: which access tokens of this user are good. */
  oauth?: { username: string; accepts: (accessToken: string) => boolean };
};

/** A well-behaved SMTP server on a free port of this machine, closed when the test ends. */
export async function startMailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const { security = 'none', certificate = 'known', login, oauth } = options;
  const mails: Mail[] = [];
  let opened = 0;
  const server = new SMTPServer({
    ...certificates[certificate],
    secure: security === 'tls',
    disabledCommands: [...(security === 'starttls' ? [] : ['STARTTLS']), ...(login || oauth ? [] : ['AUTH'])],
    authOptional: !login && !oauth,
    allowInsecureAuth: true,
    authMethods: oauth ? ['XOAUTH2'] : ['PLAIN', 'LOGIN', 'CRAM-MD5'],
    disableReverseLookup: true,
    logger: false,
    onConnect: (_session, done) => {
      opened++;
      done();
    },
    onAuth: ({ username, password, validatePassword, accessToken }, _session, done) => {
      const known = username === (oauth ?? login)?.username;
      if (oauth)
        // As Google and Microsoft do: a challenge that tells why, and 535 only after the client's empty answer.
        return done(
          null,
          known && oauth.accepts(String(accessToken)) ? { user: username } : { data: { status: '400' } },
        );
      return known && (validatePassword?.(login!.password) || password === login?.password)
        ? done(null, { user: username })
        : done(Object.assign(new Error('5.7.8 Username and password not accepted'), { responseCode: 535 }));
    },
    onData: (stream, { envelope }, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        mails.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks) });
        done(null, `2.0.0 Ok: queued as TEST${mails.length}`);
      });
    },
  });
  // A client that refuses the certificate hangs up in the middle of the handshake.
  server.on('error', () => undefined);
  const port = await listen(server.server);
  return {
    port,
    mails,
    opened: () => opened,
    open: () => server.connections.size,
    hangUp: () => {
      for (const connection of server.connections) connection.close();
    },
  };
}

export type Certificate = 'known' | 'stranger' | 'other-name' | 'expired';

const certificates = {
  known: readPair('known'),
  stranger: readPair('stranger'),
  'other-name': readPair('other-name'),
  expired: readPair('expired'),
};

/** Key and certificate for a server of another protocol. */
export function readCertificate(name: Certificate): { key: Buffer; cert: Buffer } {
  return certificates[name];
}

function readPair(name: Certificate): { key: Buffer; cert: Buffer } {
  const pem = readFileSync(join(import.meta.dirname, 'certificates', `${name}.pem`));
  return { key: pem, cert: pem };
}

/** From now on this test file's process trusts all but `stranger`, as it trusts public authorities. */
export function trustTestCertificates(): void {
  const { stranger: _stranger, ...others } = certificates;
  const trusted = Object.values(others).map(({ cert }) => certificateOf(cert));
  setDefaultCACertificates([...getCACertificates('default'), ...trusted]);
}

function certificateOf(pem: Buffer): string {
  return /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/.exec(pem.toString())![0];
}

/** Listens on a free port; when the test ends, so do the server and every connection to it. */
export async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket.on('error', () => undefined).on('close', () => sockets.delete(socket)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    await closed;
  });
  return (server.address() as AddressInfo).port;
}
