import { X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import type { SMTPServer } from 'smtp-server';
import { readOrCreate } from '@/lib/crypto/keyring';
import { selfSigned } from '@/lib/crypto/self-signed';
import { errorMessage } from '@/lib/errors';
import { log } from '@/lib/log';

const LOOK_MS = 60_000;

export type Files = { cert: string; key: string };
export type Certificate = { cert: string; key: string };

/** One of our own making, kept in the data directory: for programs on this machine, which ask nobody who vouches for it. */
export function ownCertificate(name: string): Certificate {
  const pem = readOrCreate('smtp-tls.pem', () => {
    const { key, cert } = selfSigned([name, 'localhost', '127.0.0.1', '::1']);
    return key + cert;
  });
  return { key: pem, cert: pem };
}

/** @throws Error where the two are not readable, or do not belong together */
export function readCertificate(files: Files): Certificate {
  const [cert, key] = [readFileSync(files.cert, 'utf8'), readFileSync(files.key, 'utf8')];
  // A pair that does not fit would be noticed by every client, and by nobody here.
  createSecureContext({ cert, key });
  new X509Certificate(cert);
  return { cert, key };
}

/**
 * A renewed certificate is used from the next handshake on. Its two files change one after the other: what does not fit yet waits for the next
 * look. Asked by time, since what renews them puts links in their place, which no watcher follows.
 * @returns how to stop looking
 */
export function followCertificate(files: Files, servers: readonly SMTPServer[]): () => void {
  let seen = changedAt(files);
  const timer = setInterval(() => {
    const now = changedAt(files);
    if (now === seen) return;
    try {
      const certificate = readCertificate(files);
      for (const server of servers) server.updateSecureContext(certificate);
      seen = now;
      log.info('the SMTP door has a new certificate');
    } catch (error) {
      log.warn('the new certificate of the SMTP door cannot be used', { reason: errorMessage(error) });
    }
  }, LOOK_MS);
  timer.unref();
  return () => clearInterval(timer);
}

function changedAt({ cert, key }: Files): string {
  try {
    return `${statSync(cert).mtimeMs} ${statSync(key).mtimeMs}`;
  } catch {
    return 'gone';
  }
}
