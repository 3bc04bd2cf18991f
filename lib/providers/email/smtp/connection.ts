import type { Socket } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { ProviderConfig } from '../../adapter';
import type { SmtpSecrets, SmtpSettings } from './settings';
import type { Transcript } from './transcript';

export type SmtpConfig = ProviderConfig<SmtpSettings, SmtpSecrets>;
export type SmtpError = Error & {
  code?: string;
  originalCode?: string;
  command?: string;
  response?: string;
  responseCode?: number;
  rejectedErrors?: (SmtpError & { recipient?: string })[];
};

/** `socket`: one that is connected already, and encrypted where TLS comes first. */
export function createConnection(
  config: SmtpConfig,
  timeoutMs: number,
  transcript?: Transcript,
  socket?: Socket,
): SMTPConnection {
  const { host, port, security, ehloName } = config.settings;
  return new SMTPConnection({
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    name: ehloName,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    allowInternalNetworkInterfaces: true,
    tls: tlsOptions(config),
    ...(socket && { connection: socket, secured: security === 'tls' }),
    ...(transcript && { transactionLog: true, logger: transcript.logger }),
  });
}

export function tlsOptions({ settings: { tls } }: SmtpConfig): ConnectionOptions {
  return {
    minVersion: tls?.minVersion ?? 'TLSv1.2',
    ciphers: tls?.ciphers,
    rejectUnauthorized: tls?.verify ?? true,
  };
}

/** A user name without a password, or the other way, signs in as well: it fails there, with a cause of its own. */
export function signsIn({ settings: { username }, secrets }: SmtpConfig): boolean {
  return Boolean(username || secrets.password);
}

/** Connects and, where a user name is set, signs in. Rejects with nodemailer's error; the connection is closed then. */
export async function openConnection(connection: SMTPConnection, config: SmtpConfig): Promise<void> {
  try {
    await connect(connection);
    if (signsIn(config)) await login(connection, config);
  } catch (error) {
    connection.close();
    throw error;
  }
}

export function connect(connection: SMTPConnection): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
}

export async function login(connection: SMTPConnection, config: SmtpConfig): Promise<void> {
  const { username, auth } = config.settings;
  const { password } = config.secrets;
  if (!username || !password) throw missing(username ? 'the password' : 'the user name');
  await new Promise<void>((resolve, reject) => {
    connection.once('error', reject);
    connection.login(
      {
        method: auth === 'auto' ? undefined : auth.toUpperCase(),
        credentials: { user: username, pass: password },
      },
      (error) => (error ? reject(error) : resolve()),
    );
  });
}

function missing(what: string): SmtpError {
  return Object.assign(new Error(`Signing in needs ${what} as well`), {
    code: 'EAUTH',
    originalCode: 'ECREDENTIALS',
  });
}
