import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { withTimeout } from '@/lib/async/abort';
import { resolveMailServer } from '@/lib/outbound/targets';
import { isMailGreeting } from './greeting';
import { checkMailPort } from './ports';

type Options = { host: string; port: number; timeout: number };
type Resolved = { host: string; _addresses: string[] };

/** What of nodemailer's connection its types leave out. */
type Internals = {
  _actionGreeting(reply: string): void;
  _onError(error: Error, code: string, reply: string | false, command: string): void;
};

const nodemailers = SMTPConnection.prototype as unknown as Internals;

/**
 * nodemailer's connection, but for how a name becomes addresses: it asks DNS servers by itself, past the hosts file, which names of a
 * compose file and of a local network are in. And it tells no words of who does not greet as SMTP does.
 */
export class ResolvingConnection extends SMTPConnection {
  private greeted = false;

  _resolveAndConnect({ host, port, timeout }: Options, connect: (resolved: Resolved) => void): void {
    const find = async () => {
      const found = await resolveMailServer(host);
      await checkMailPort(port, found);
      return found;
    };
    withTimeout(timeout, find).then(
      (found) => connect({ host: found[0]!.address, _addresses: found.map(({ address }) => address) }),
      (error) => this._onError(error, 'EDNS', false, 'CONN'),
    );
  }

  _actionGreeting(reply: string): void {
    this.greeted = isMailGreeting(reply);
    if (this.greeted) nodemailers._actionGreeting.call(this, reply);
    else this._onError(new Error('It does not answer as an SMTP server does'), 'EPROTOCOL', reply, 'CONN');
  }

  _onError(error: Error, code: string, reply: string | false, command: string): void {
    const isTold = !reply || this.greeted || isMailGreeting(reply);
    // What it means is judged by all of it: "The server has reached its limit" is no illness. Not enumerable, so that no log has it.
    if (!isTold) Object.defineProperty(error, 'heard', { value: reply });
    nodemailers._onError.call(this, error, code, isTold ? reply : codeOf(reply), command);
  }
}

/** Of a refusal: it says what to do next without a word of the other side. */
function codeOf(reply: string): string | false {
  return /^[45]\d\d(?=[ -]|$)/.exec(reply)?.[0] ?? false;
}
