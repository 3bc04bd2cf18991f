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

export function createConnection(
  config: SmtpConfig,
  timeoutMs: number,
  transcript?: Transcript,
): SMTPConnection {
  const { host, port, security, ehloName, tls } = config.settings;
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
    tls: {
      minVersion: tls?.minVersion ?? 'TLSv1.2',
      ciphers: tls?.ciphers,
      rejectUnauthorized: tls?.verify ?? true,
    },
    ...(transcript && { transactionLog: true, logger: transcript.logger }),
  });
}

/** Connects and, where a user name is set, signs in. Rejects with nodemailer's error; the connection is closed then. */
export async function openConnection(connection: SMTPConnection, config: SmtpConfig): Promise<void> {
  try {
    await connect(connection);
    if (config.settings.username) await login(connection, config);
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

export function login(connection: SMTPConnection, config: SmtpConfig): Promise<void> {
  const method = config.settings.auth === 'auto' ? undefined : config.settings.auth.toUpperCase();
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    connection.login(
      {
        method,
        credentials: { user: config.settings.username ?? '', pass: config.secrets.password ?? '' },
      },
      (error) => (error ? reject(error) : resolve()),
    );
  });
}
