import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { withTimeout } from '@/lib/abort';
import { resolveMailServer } from '@/lib/outbound/targets';

type Options = { host: string; timeout: number };
type Resolved = { host: string; _addresses: string[] };

/** What of nodemailer's connection its types leave out. */
type Internals = { _onError(error: Error, code: string, reply: false, command: string): void };

/**
 * nodemailer's connection, but for how a name becomes addresses: it asks DNS servers by itself, past the hosts file, which names of a
 * compose file and of a local network are in.
 */
export class ResolvingConnection extends SMTPConnection {
  _resolveAndConnect({ host, timeout }: Options, connect: (resolved: Resolved) => void): void {
    withTimeout(timeout, () => resolveMailServer(host)).then(
      (found) => connect({ host: found[0]!.address, _addresses: found.map(({ address }) => address) }),
      (error) => (this as unknown as Internals)._onError(error, 'EDNS', false, 'CONN'),
    );
  }
}
