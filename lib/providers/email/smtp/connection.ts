import type { Socket } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import XOAuth2 from 'nodemailer/lib/xoauth2';
import { accessToken, forgetAccessToken } from '@/lib/oauth/access-token';
import { accountOf } from '@/lib/providers/oauth/account';
import type { ProviderConfig } from '../../adapter';
import { MailConnection } from './mail-connection';
import type { SmtpSecrets, SmtpSettings } from './settings';
import { lost, type SmtpError } from './smtp-error';
import type { Transcript } from './transcript';

export type SmtpConfig = ProviderConfig<SmtpSettings, SmtpSecrets>;
/** `socket`: one that is connected already, and encrypted where TLS comes first. */
export function createConnection(
  config: SmtpConfig,
  timeoutMs: number,
  transcript?: Transcript,
  socket?: Socket,
): MailConnection {
  const { host, port, security, ehloName } = config.settings;
  return new MailConnection({
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
export async function openConnection(
  connection: MailConnection,
  config: SmtpConfig,
  onSecret?: (secret: string) => void,
): Promise<void> {
  try {
    await connect(connection);
    if (signsIn(config)) await login(connection, config, onSecret);
    connection.takeOver();
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

/** `onSecret` is told what goes over the wire besides the secrets of the provider. */
export async function login(
  connection: SMTPConnection,
  config: SmtpConfig,
  onSecret: (secret: string) => void = () => undefined,
): Promise<void> {
  if (config.settings.auth === 'xoauth2') return loginByToken(connection, config, onSecret);
  const { username, auth } = config.settings;
  const { password } = config.secrets;
  if (!username || !password) throw missing(username ? 'the password' : 'the user name');
  await signIn(connection, {
    method: auth === 'auto' ? undefined : auth.toUpperCase(),
    credentials: { user: username, pass: password },
  });
}

async function loginByToken(
  connection: SMTPConnection,
  config: SmtpConfig,
  onSecret: (secret: string) => void,
): Promise<void> {
  const account = accountOf(config, 'send');
  let token = '';
  // nodemailer asks a second time when the server refuses the first token.
  const oauth2 = new XOAuth2({
    user: config.settings.username,
    provisionCallback: (_user, renew, done) => {
      if (renew) forgetAccessToken(account, token);
      accessToken(account).then(
        (fresh) => {
          token = fresh;
          onSecret(fresh);
          done(null, fresh);
        },
        (error: Error) => done(error),
      );
    },
  });
  try {
    await signIn(connection, { method: 'XOAUTH2', oauth2 });
  } catch (error) {
    forgetAccessToken(account, token);
    throw error;
  }
}

function signIn(connection: SMTPConnection, auth: Parameters<SMTPConnection['login']>[0]): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.once('error', reject);
    // While a token was fetched the server may have gone, which ends the connection without an error.
    connection.once('end', () => reject(lost()));
    connection.login(auth, (error) => (error ? reject(error) : resolve()));
  });
}

function missing(what: string): SmtpError {
  return Object.assign(new Error(`Signing in needs ${what} as well`), {
    code: 'EAUTH',
    originalCode: 'ECREDENTIALS',
  });
}
