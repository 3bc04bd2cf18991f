import { isMailGreeting } from './greeting';

const MAX_CHARACTERS = 20_000;

/** nodemailer has put a placeholder there already; its base64 would only look like a secret. */
const AUTH_ARGUMENT = /^(AUTH [\w-]+) \S+$/;

type Entry = { tnx?: string };

/** Keeps the conversation as `C:` and `S:` lines; nodemailer itself blanks what AUTH sends. */
export class Transcript {
  private text = '';
  private greeted: boolean | undefined;
  private readonly hidden = new Set<string>();
  /** Told of every command as it is sent, without what is secret of it. */
  onCommand: (command: string) => void = () => undefined;

  readonly logger = {
    level: () => undefined,
    trace: () => undefined,
    debug: (entry: unknown, line?: unknown, ...rest: unknown[]) => this.add(entry, line, rest),
    info: () => undefined,
    warn: () => undefined,
    error: () => undefined,
    fatal: () => undefined,
  };

  private add(entry: unknown, line: unknown, rest: unknown[]): void {
    const { tnx } = (entry ?? {}) as Entry;
    if (tnx !== 'client' && tnx !== 'server') return;
    if (tnx === 'server' && !this.isMail(String(line))) return;
    if (tnx === 'client') for (const command of String(line).trim().split('\r\n')) this.onCommand(command);
    if (this.text.length > MAX_CHARACTERS) return;
    const content = [line, ...rest]
      .map(String)
      .join(' ')
      .replace(/\r/g, '')
      .replace(AUTH_ARGUMENT, '$1 ••••');
    const prefix = tnx === 'client' ? 'C: ' : 'S: ';
    this.text += `${content
      .split('\n')
      .map((part) => prefix + part)
      .join('\n')}\n`;
  }

  /** The first line decides: who does not greet as SMTP does is not quoted, then or later. */
  private isMail(line: string): boolean {
    if (this.greeted === undefined) {
      this.greeted = isMailGreeting(line);
      if (!this.greeted) this.text += 'S: (no greeting of SMTP; its words are not shown)\n';
    }
    return this.greeted;
  }

  /** For the next message over the same connection. */
  restart(): void {
    this.text = '';
  }

  /** Takes a secret out of what was said and what will be. */
  hide(secret: string): void {
    this.hidden.add(secret);
  }

  toString(): string {
    return [...this.hidden].reduce((text, secret) => text.replaceAll(secret, '••••'), this.text);
  }
}
