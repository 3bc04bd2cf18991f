import { asciiDomain } from './ascii-domain';

/** `test@org`-like hosts are addresses too where the settings say so. */
type Rules = { singleLabel?: boolean };

/** `local@domain` in the sizes of RFC 5321, counted in octets as they go over the wire. No quoted local parts, no comments, no groups. */
export function isEmailAddress(value: string, rules?: Rules): boolean {
  const atSign = value.lastIndexOf('@');
  if (atSign < 1 || value.length > 254) return false;
  const [local, domain] = [value.slice(0, atSign), value.slice(atSign + 1)];
  return (
    isLocalPart(local) &&
    isDomain(domain, rules) &&
    octets(local) + 1 + asciiDomain(domain).length <= MAX_ADDRESS_OCTETS
  );
}

/** RFC 5321, 4.5.3.1.3: a path has 256, its angle brackets included. */
const MAX_ADDRESS_OCTETS = 254;

/** Like `example.com`, in letters of any language. Judged as DNS will see it: labels of at most 63, 253 in all. */
export function isDomain(value: string, { singleLabel = false }: Rules = {}): boolean {
  if (value.length > 253 || !SPELLED_DOMAIN.test(value) || UNSEEN.test(value)) return false;
  const ascii = asciiDomain(value);
  const labels = ascii.split('.');
  return (
    ascii.length <= 253 &&
    labels.length >= (singleLabel ? 1 : 2) &&
    labels.every((label) => LABEL.test(label)) &&
    !/^\d+$/.test(labels.at(-1)!)
  );
}

/** Letters with their marks, digits, and the few signs that IDNA has within words (RFC 5892, A.3–A.7), such as in `paral·lel`. */
const SPELLED_DOMAIN = /^[\p{L}\p{M}\p{N}.。．｡·͵׳״・-]+$/u;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

const LOCAL_PART =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u0080-\u{10ffff}-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u0080-\u{10ffff}-]+)*$/u;

/** Not as an encoded word (RFC 2047, 5): there is no other way to write one, and some readers decode it, line breaks, other domains and all. */
function isLocalPart(value: string): boolean {
  return LOCAL_PART.test(value) && octets(value) <= 64 && !UNSEEN.test(value) && !value.includes('=?');
}

/** What cannot be seen, or turns the order of what can: blanks, controls, bidi marks, joiners, fillers, halves of characters. */
const UNSEEN =
  /[\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u2800]/u;

/** These turn the order of everything behind them, beyond the name itself (UAX 9, 2.1 and 2.2). */
const TURNS_ORDER = /[\u202a-\u202e]/;

/** An isolate that nothing closes runs on behind the name, to the end of the line (UAX 9, 2.4). */
function hasOpenIsolate(value: string): boolean {
  let open = 0;
  for (const [mark] of value.matchAll(/[\u2066-\u2069]/g)) {
    if (mark !== '\u2069') open++;
    else if (open > 0) open--;
  }
  return open > 0;
}

/** Of a person, or none: shown next to the address, so it must not rearrange it. */
export function isDisplayName(value: string): boolean {
  // Not `^…*$`: over millions of characters a repetition runs out of stack.
  const isSeen = /[^\p{C}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]/u.test(value);
  return isSeen && !TURNS_ORDER.test(value) && !hasOpenIsolate(value);
}

export type Mailbox = { email: string; name?: string };

/**
 * `a@b.c`, `Name <a@b.c>` or `"Na\"me" <a@b.c>` taken apart; null when it has another shape. The parts are not judged. In one pass from
 * the end, for text of any length.
 */
export function readMailbox(text: string): Mailbox | null {
  const trimmed = text.trim();
  if (!trimmed.endsWith('>')) return { email: trimmed };
  const bracket = trimmed.lastIndexOf('<');
  if (bracket < 0) return null;
  const email = trimmed.slice(bracket + 1, -1);
  const name = readName(trimmed.slice(0, bracket).trim());
  if (name === null) return null;
  return name ? { email, name } : { email };
}

/** As `readMailbox` reads it, and as a list can hold it. */
export function writeMailbox({ email, name }: Mailbox): string {
  if (!name) return email;
  return `${/[",;<>]/.test(name) ? `"${name.replace(/[\\"]/g, '\\$&')}"` : name} <${email}>`;
}

/** A quoted string without its quotes and escapes (RFC 5322, 3.2.4), or words as they are. */
function readName(text: string): string | null {
  if (!text.startsWith('"')) return /["<>]/.test(text) ? null : text;
  const quoted = /^"((?:[^"\\]|\\.)*)"$/su.exec(text);
  return quoted ? quoted[1]!.replace(/\\(.)/gsu, '$1').trim() : null;
}

/** Of an address that is one: beyond ASCII, only a way with SMTPUTF8 (RFC 6531) carries it. */
export function hasUnicodeLocalPart(email: string): boolean {
  return /[^\p{ASCII}]/u.test(email.slice(0, email.lastIndexOf('@')));
}

/** Of an address that is one: a letter like others there, which not every service takes. */
export function hasQuestionMark(email: string): boolean {
  return email.includes('?');
}

function octets(text: string): number {
  return new TextEncoder().encode(text).length;
}
