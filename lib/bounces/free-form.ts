import { findValue } from './fields';
import { DELAYS, FORMATS, type Format } from './formats';
import type { Mail } from './mail';
import { endOfReport } from './returned';

/** What a server says in words of one recipient. `recipient` absent: it names none. */
export type Told = { recipient?: string; words: string };

export type FreeForm = { format?: Format; told: Told[]; isDelay: boolean; report: string };

const MOST = 50;

/** A bounce without a part for programs: whom it names, and what is said of each. */
export function readFreeForm(mail: Mail): FreeForm {
  const report = mail.text.slice(0, endOfReport(mail.text)).replace(/\r/g, '').slice(0, READ);
  const format = FORMATS.find(({ says }) => says.test(report));
  const failed = (findValue(mail.fields, 'x-failed-recipients') ?? '').split(',').map((name) => name.trim());
  const told = namedBy(format, report, failed.filter(Boolean), ownAddresses(mail));
  return { format, told: told.slice(0, MOST), isDelay: DELAYS.test(report), report };
}

const READ = 16_000;

/** The sender's and the daemon's: named in every bounce. */
function ownAddresses({ fields }: Mail): Set<string> {
  const values = ['from', 'to', 'sender', 'reply-to', 'delivered-to', 'x-original-to'].map(
    (name) => findValue(fields, name) ?? '',
  );
  return new Set(
    values
      .join(' ')
      .toLowerCase()
      .match(/[^\s<>()[\]:;,"'@]{1,100}@[^\s<>()[\]:;,"'@]{1,200}/g) ?? [],
  );
}

const NAME = String.raw`[^\s<>()[\]:;,"'=@]{1,100}@[^\s<>()[\]:;,"'@]{1,200}`;

/** In this order: lines with an address alone, addresses before a colon, in a transcript, anywhere. */
const ANYWHERE: RegExp[] = [
  new RegExp(
    String.raw`^[ \t>*•-]{0,12}(?:(?:to|recipient|e-?mail|address|failed address|final-recipient: rfc822;)\b:?[ \t]*)?["'<([]{0,3}(?:smtp:|mailto:|rfc822; ?)?(${NAME})[>"')\].]{0,3}(?:[ \t]*[(<[].{0,200})?[:,]?[ \t]*$`,
    'gim',
  ),
  new RegExp(String.raw`["'<]?(${NAME})[>"']{0,2}(?:[ \t]*:|\.\.\.)`, 'gim'),
  new RegExp(`rcpt to: ?<(${NAME})>`, 'gim'),
  new RegExp(String.raw`[<("'[\s](?:smtp:|mailto:)?(${NAME})`, 'gim'),
];

function namedBy(format: Format | undefined, report: string, failed: string[], own: Set<string>): Told[] {
  const expressions = [...(format?.recipient ? [format.recipient] : []), ...ANYWHERE];
  for (const expression of expressions) {
    const found = [...report.matchAll(expression)]
      .map((match) => ({ name: bare(match[1]!), begins: match.index, ends: match.index + match[0].length }))
      .filter(({ name }) => isName(name, failed, own, expression === format?.recipient));
    // Names anywhere may be whose ever: of a host, of a message. The first is the best guess.
    if (expression === ANYWHERE.at(-1)) found.splice(1);
    if (found.length === 0) continue;
    const told = found.map(({ name, begins, ends }, n) => ({
      recipient: name,
      words: format?.reason?.exec(report)?.[1] ?? reasonBehind(report, begins, ends, found[n + 1]?.begins),
    }));
    return once(told);
  }
  const words = format?.reason?.exec(report)?.[1] ?? report;
  return failed.length > 0 ? failed.map((recipient) => ({ recipient, words })) : [{ words }];
}

/** Whose office it is may be written to as well: only where a format says that this is the recipient. */
function isName(name: string, failed: string[], own: Set<string>, isSaid: boolean): boolean {
  const lower = name.toLowerCase();
  if (failed.length > 0) return failed.some((each) => each.toLowerCase() === lower);
  if (own.has(lower) || /^(?:postmaster|mailer-daemon)@/.test(lower)) return false;
  return isSaid || !/^(?:abuse|support|hostmaster)@/.test(lower);
}

/** To the next one; where that says nothing, what stands on the line itself and before it. */
function reasonBehind(report: string, begins: number, ends: number, next = report.length): string {
  const behind = report.slice(ends, next);
  if (/\p{L}{2}.*\p{L}{2}/su.test(behind)) return behind;
  const lineEnds = report.indexOf('\n', ends);
  const line = report.slice(report.lastIndexOf('\n', begins) + 1, lineEnds < 0 ? undefined : lineEnds);
  return /\p{L}{2}[^@]*\s/u.test(line.replace(new RegExp(NAME), '')) ? line : report;
}

/** One reason for each: the first that says something. */
function once(told: { recipient: string; words: string }[]): Told[] {
  const known = new Map<string, Told>();
  for (const { recipient, words } of told) {
    const name = recipient.toLowerCase();
    const before = known.get(name);
    if (before) before.words += `\n${words}`;
    else known.set(name, { recipient, words });
  }
  return [...known.values()];
}

function bare(name: string): string {
  return name.replace(/^(?:smtp:|mailto:)/i, '').replace(/[.,;:!?'"]+$/, '');
}
