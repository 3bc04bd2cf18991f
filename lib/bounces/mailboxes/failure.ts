import type { MailboxCause } from './causes';

/** A mailbox that cannot be read, by a fault of its own and not of ours. `reply`: the words of its server. */
export class MailboxFailure extends Error {
  override name = 'MailboxFailure';
  constructor(
    override readonly cause: MailboxCause,
    readonly reply: string | null = null,
  ) {
    super(cause);
  }
}

type Told = {
  code?: string;
  message?: string;
  authenticationFailed?: boolean;
  tlsFailed?: boolean;
  mailboxMissing?: boolean;
  responseText?: string;
  reason?: string;
};

/** The first that fits. */
const RULES: [(error: Told) => boolean, MailboxCause][] = [
  [({ authenticationFailed }) => authenticationFailed === true, 'auth'],
  [({ mailboxMissing }) => mailboxMissing === true, 'folder'],
  [({ code = '' }) => code === 'EBLOCKED', 'private_target'],
  [({ code = '' }) => /^(?:ENOTFOUND|EAI_AGAIN|ENODATA|ESERVFAIL|EDNS)/.test(code), 'dns'],
  [({ code = '' }) => /CERT|SELF_SIGNED|UNABLE_TO|ALTNAME|DEPTH_ZERO/.test(code), 'certificate'],
  [({ code = '' }) => /^(?:ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)/.test(code), 'refused'],
  [({ code = '' }) => /TIMEOUT|ETIMEDOUT/.test(code), 'timeout'],
  [({ tlsFailed, code = '' }) => tlsFailed === true || /SSL|EPROTO|STARTTLS/.test(code), 'no_tls'],
];

/** Whatever the library threw; `otherwise`: where nothing tells. The password never is a part of it, even where a server says it back. */
export function toFailure(error: unknown, otherwise: 'dns' | 'protocol', password?: string): MailboxFailure {
  if (error instanceof MailboxFailure) return error;
  const told = error as Told;
  const rule = RULES.find(([fits]) => fits(told));
  return new MailboxFailure(rule?.[1] ?? otherwise, wordsOf(told.responseText ?? told.reason, password));
}

function wordsOf(text: string | undefined, password?: string): string | null {
  if (typeof text !== 'string') return null;
  const said = password ? text.replaceAll(password, '…') : text;
  const words = said.replace(/[^\P{C}]+/gu, ' ').replace(/\s+/g, ' ');
  return words.trim().slice(0, 300).toWellFormed() || null;
}
