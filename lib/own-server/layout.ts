import type { OwnServer } from './schema';

/** Where things are. `base` is for proofs and tests, which keep away from the machine's own files. */
export type Layout = ReturnType<typeof layoutOf>;

export function layoutOf({ software }: Pick<OwnServer, 'software'>, base = '') {
  const server = software === 'postfix' ? `${base}/etc/postfix` : `${base}/etc/exim4`;
  const own = `${base}/etc/relevo-mail`;
  return {
    base,
    server,
    /** Ours beside the server's: maps, passwords. */
    maps: `${server}/relevo`,
    own,
    tls: `${own}/tls`,
    dkim: `${own}/dkim`,
    bounceCommand: `${base}/usr/local/lib/relevo-mail/bounce`,
    bounceToken: `${own}/bounce-token`,
    backups: `${base}/var/backups/relevo-mail`,
    group: software === 'postfix' ? 'postfix' : 'Debian-exim',
  };
}

export function certificateOf({ certificate }: OwnServer, { tls }: Layout): { chain: string; key: string } {
  return certificate ?? { chain: `${tls}/self-signed.pem`, key: `${tls}/self-signed.key` };
}

/** Whom mail for the bounce domain may be for. Reports of DMARC and of TLS come the same way as bounces. */
export const BOUNCE_MAILBOXES = ['bounces', 'dmarc', 'tls-rpt', 'abuse', 'postmaster'];

/** The account that hands bounces to Relevo, and may nothing else. */
export const BOUNCE_USER = 'relevo-bounce';

/** RFC 6376, 5.4.1, and what RFC 8058 asks for. */
export const SIGNED = [
  'From',
  'To',
  'Cc',
  'Subject',
  'Date',
  'Message-ID',
  'Reply-To',
  'MIME-Version',
  'Content-Type',
  'Content-Transfer-Encoding',
  'List-Unsubscribe',
  'List-Unsubscribe-Post',
];
