import { isIP } from 'node:net';
import type { ImapFlow } from 'imapflow';
import { forgetAccessToken } from '@/lib/oauth/access-token';
import { isPublicAddress, resolveMailServer } from '@/lib/outbound/targets';
import { MOST_BYTES } from '../cut-to-size';
import { type OAuthPlace, tokenOf } from './account';
import { MailboxFailure, toFailure } from './failure';
import { openPassword } from './sealed-passwords';
import type { MailboxRow } from './view';

/** Of connecting, greeting and each answer; a server that says nothing is given up. */
const PATIENCE_MS = 10_000;

/** `broke`: what ended the connection, which whoever waits for an answer is not told. */
export type Session = { client: ImapFlow; secret: string; broke: () => unknown };

type Credentials = { secret: string; account?: OAuthPlace };

/** Every address of its host, none of which is a cloud's own. @throws MailboxFailure */
export async function lookUp({ host, security }: Pick<MailboxRow, 'host' | 'security'>): Promise<string[]> {
  const found = await resolveMailServer(host).catch((error: unknown) => {
    throw toFailure(error, 'dns');
  });
  const addresses = found.map(({ address }) => address);
  if (security === 'none' && addresses.some(isPublicAddress)) throw new MailboxFailure('plain_public');
  return addresses;
}

/** Connects to the first address that answers, and signs in. Whoever aborts ends the connection. @throws MailboxFailure */
export async function signIn(row: MailboxRow, addresses: string[], signal: AbortSignal): Promise<Session> {
  const credentials = await openStored(row);
  const { secret, account } = credentials;
  let failure = new MailboxFailure('dns');
  for (const address of addresses) {
    const client = await newClient(row, address, credentials);
    let broken: unknown;
    // Without a listener a time-out would end the process.
    client.on('error', (error: unknown) => {
      broken ??= error;
    });
    const close = () => client.close();
    signal.addEventListener('abort', close, { once: true });
    try {
      signal.throwIfAborted();
      await client.connect();
      return { client, secret, broke: () => broken };
    } catch (error) {
      client.close();
      failure = signal.aborted ? new MailboxFailure('timeout') : toFailure(error, 'protocol', secret);
      if (account && failure.cause === 'auth') {
        forgetAccessToken(account, secret);
        failure = new MailboxFailure('account', failure.reply);
      }
      // One of its addresses may lead nowhere from here, as IPv6 often does.
      if (signal.aborted || !['refused', 'timeout'].includes(failure.cause)) throw failure;
    }
  }
  throw failure;
}

async function openStored(row: MailboxRow): Promise<Credentials> {
  if (row.sealedPassword === null) {
    const { token, account } = await tokenOf(row);
    return { secret: token, account };
  }
  try {
    return { secret: openPassword(row.id, row.sealedPassword) };
  } catch {
    throw new MailboxFailure('key_missing');
  }
}

/** By address, so that no second answer of the DNS leads elsewhere; the certificate must be of the host all the same. */
async function newClient(
  row: MailboxRow,
  address: string,
  { secret, account }: Credentials,
): Promise<ImapFlow> {
  const { host, port, security, username } = row;
  const library = await import('imapflow');
  return new library.ImapFlow({
    host: address,
    ...(isIP(host) === 0 && { servername: host }),
    port,
    secure: security === 'tls',
    // Otherwise it goes on in clear where the server, or who sits between, offers no upgrade.
    doSTARTTLS: security === 'starttls',
    auth: { user: username, ...(account ? { accessToken: secret } : { pass: secret }) },
    tls: { minVersion: 'TLSv1.2' },
    clientInfo: { name: 'Relevo' },
    logger: false,
    disableAutoIdle: true,
    // What is small on the wire may be large behind.
    disableCompression: true,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    maxLiteralSize: 2 * MOST_BYTES,
    maxResponseSize: 4 * MOST_BYTES,
  });
}
