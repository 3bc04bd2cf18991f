import { encodeWord } from 'nodemailer/lib/mime-funcs';

/** RFC 5322, 2.1.1. */
export const MAX_LINE = 998;

/** RFC 2047, 2: 75 in all, here with room for a name in front. */
const MAX_WORD = 52;

/**
 * Text as one line of ASCII that a reader shows as it was: what is beyond ASCII, what looks encoded already (a reader would decode it, line
 * breaks and all), and what no blank lets a line end in, as encoded words (RFC 2047).
 */
export function encodeText(text: string): string {
  return isPlain(text) && canFold(text) ? text : encodeWord(text, encodingFor(text), MAX_WORD);
}

/** Text for an API that encodes by itself: as it is, unless a reader would decode it once more. */
export function asGiven(text: string): string {
  return text.includes('=?') ? encodeText(text) : text;
}

/**
 * A name for an API that writes the header by itself and loses one with both letters beyond ASCII and a sign such as a comma:
 * https://anymail.dev/en/stable/esps/brevo/
 */
export function nameForApi(name: string): string {
  const isLost = /[^ -~]/.test(name) && /[()<>@,:;.[\]"\\]/.test(name);
  return isLost ? encodeBriefly(name) : asGiven(name);
}

/** One word where it can be: base64 is the shorter form where signs are many. */
function encodeBriefly(text: string): string {
  const forms = [encodeWord(text, 'B', 75), encodeWord(text, 'Q', 75)];
  return forms.toSorted((a, b) => a.length - b.length)[0]!;
}

/** A word of RFC 2047, which readers decode. */
export function hasEncodedWord(text: string): boolean {
  return /=\?[^?]+\?[bq]\?/i.test(text);
}

/** A name in front of an address: words, a quoted string, or encoded words (RFC 5322, 3.2.5). */
export function encodeName(name: string): string {
  if (!isPlain(name)) return encodeWord(name, encodingFor(name), MAX_WORD);
  return /^\w+( \w+)*$/.test(name) ? name : `"${name.replace(/(["\\])/g, '\\$1')}"`;
}

/** It reads the same in a header as here. */
export function isPlain(text: string): boolean {
  return /^[ -~]*$/.test(text) && !text.includes('=?');
}

/** A line can end in front of its blanks often enough; the first part stands behind the header's name, or alone in the second line. */
export function canFold(value: string): boolean {
  // A character has three octets at most for each of its units.
  return value.length * 3 < MAX_LINE || partsOf(value).every((part) => Buffer.byteLength(part) < MAX_LINE);
}

/** `Name: value` in lines of some 76 octets (RFC 5322, 2.2.3). What follows a line break begins with its own blanks, so that nothing changes. */
export function foldHeader(name: string, value: string): string {
  // Most fit into one line, and this is done a few times for each message.
  const whole = value.trim();
  if (whole !== '' && name.length + whole.length <= 74 && isPlain(whole)) return `${name}: ${whole}`;
  const lines: string[] = [];
  let line = `${name}:`;
  for (const [index, part] of partsOf(whole).entries()) {
    const octets = Buffer.byteLength(line) + Buffer.byteLength(part);
    if (index === 0 ? octets > MAX_LINE : octets > 76) {
      lines.push(line);
      line = '';
    }
    line += part;
  }
  return [...lines, line].join('\r\n');
}

/** Each word with the blanks in front of it. Split where a word ends: looking for blanks before a word takes as long as there are many and none. */
function partsOf(value: string): string[] {
  return ` ${value}`.split(/(?<=[^ ])(?= )/).filter((part) => /[^ ]/.test(part));
}

/** Quoted-printable where most of it can be read that way. */
function encodingFor(text: string): 'Q' | 'B' {
  const beyond = text.match(/[^ -~]/gu)?.length ?? 0;
  return beyond * 3 < text.length ? 'Q' : 'B';
}
