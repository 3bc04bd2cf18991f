import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { env } from '@/lib/env';
import { lookUpHost } from '@/lib/outbound/look-up-host';

type Options = { host: string };
type Resolved = { host: string; _addresses: string[] };

/** What of nodemailer's connection its types leave out. */
type Internals = {
  _resolveAndConnect(options: Options, connect: (resolved: Resolved) => void): void;
  _onError(error: Error, code: string, reply: false, command: string): void;
};

const nodemailers = SMTPConnection.prototype as unknown as Internals;

/** nodemailer's connection, but for `RELEVO_DNS_SERVERS`: it makes a resolver of its own, which only knows the system's servers. */
export class ResolvingConnection extends SMTPConnection {
  _resolveAndConnect(options: Options, connect: (resolved: Resolved) => void): void {
    if (env().RELEVO_DNS_SERVERS.length === 0) nodemailers._resolveAndConnect.call(this, options, connect);
    else
      lookUpHost(options.host).then(
        (found) => connect({ host: found[0]!.address, _addresses: found.map(({ address }) => address) }),
        (error) => (this as unknown as Internals)._onError(error, 'EDNS', false, 'CONN'),
      );
  }
}
