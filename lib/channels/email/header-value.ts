import { asciiDomain } from '@/lib/text/ascii-domain';
import { canFold, encodeText, isPlain } from './header-text';

/**
 * The value of a custom header as one line of ASCII, ready to be folded; null when there is none that means the same. What stands in angle
 * brackets (message ids, URLs, addresses) is never made an encoded word: nobody decodes it there (RFC 2047, 5).
 */
export function toHeaderValue(name: string, value: string): string | null {
  const written = MESSAGE_IDS.test(name) ? writeIds(value) : writeBracketed(value, LISTS.test(name));
  return written !== null && written !== '' && canFold(written) ? written : null;
}

/** What of a message is stored already, and was not judged by `toHeaderValue`, goes out as text. */
export function wireHeaders(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, toHeaderValue(name, value) ?? encodeText(value)]),
  );
}

/** RFC 2369 and 2919: brackets hold URLs, or the id of the list. */
const LISTS = /^list-/i;

const MESSAGE_IDS = /^(references|in-reply-to)$/i;

/** `<a@b> <c@d>` however they were put together: with commas, without blanks, without brackets (RFC 5322, 3.6.4). */
function writeIds(value: string): string | null {
  const spaced = value.replace(/<[^<>]*>/g, (id) => ` ${id.replace(/\s/g, '')} `);
  const ids = spaced.split(/[\s,]+/).filter(Boolean);
  const addresses = ids.map((id) => writeAddress(id.replace(/^<|>$/g, '')));
  if (addresses.some((id) => id === null)) return null;
  const written = addresses.map((id) => `<${id}>`).join(' ');
  return beginsWord(written) ? null : written;
}

/** Text, with what is in brackets as it must be there. */
function writeBracketed(value: string, always: boolean): string | null {
  const trimmed = value.trim();
  if (isPlain(trimmed) && !(always && MAILTO_WITH_BLANK.test(trimmed))) return trimmed;
  let text = '';
  let end = 0;
  for (const match of trimmed.matchAll(/<([^<>]*)>/g)) {
    if (!always && !isTarget(match[1]!)) continue;
    const target = writeTarget(match[1]!);
    if (target === null) return null;
    text += `${spaced(trimmed.slice(end, match.index))}<${target}>`;
    end = match.index + match[0].length;
  }
  return end === 0 ? encodeText(trimmed) : (text + spaced(trimmed.slice(end))).trim();
}

/** A URL, an address or a message id; anything else in brackets is text. */
function isTarget(text: string): boolean {
  return /^\s*[a-z][a-z0-9+.-]*:/i.test(text) || /^[^\s@]+@[^\s@]+$/.test(text);
}

const MAILTO = /^\s*mailto:([^?]*)(\?.*)?$/is;
const MAILTO_WITH_BLANK = /<\s*mailto:[^<>]*\?[^<>]*\S[ \t]+\S[^<>]*>/i;

/** RFC 6068: addresses as DNS has them, and what a subject says with its blanks; those of a folded line are none. */
function writeMailto(addresses: string, query: string): string | null {
  const written = addresses.split(',').map((address) => writeAddress(address.replace(/\s/g, '')));
  if (written.includes(null)) return null;
  const rest = query
    .trim()
    .replace(/[\r\n]+[ \t]*/g, '')
    .replace(/[^!-~]/gu, encodeURIComponent);
  return withoutWords(`mailto:${written.join(',')}${rest}`);
}

function writeTarget(text: string): string | null {
  const [, addresses, query = ''] = MAILTO.exec(text) ?? [];
  if (addresses !== undefined) return writeMailto(addresses, query);
  const target = text.replace(/\s/g, '');
  const isUrl = /^[a-z][a-z0-9+.-]*:/i.test(target);
  if (!isUrl) return beginsWord(target) ? null : /^[!-~]*$/.test(target) ? target : writeAddress(target);
  const url = /^[!-~]*$/.test(target)
    ? target
    : URL.parse(target)?.href.replace(/[^!-~]/gu, encodeURIComponent);
  return url === undefined ? null : withoutWords(url);
}

/** The first `?` of a URL begins its query; behind it the same is said by `%3F` (RFC 3986, 3.4), and in front of it `=` by `%3D`. */
function withoutWords(url: string): string {
  const query = url.indexOf('?');
  return url.replace(/=\?/g, (_, at: number) => (at + 1 === query ? '%3D?' : '=%3F'));
}

/** There is no other way to write it, and readers decode such a word wherever it stands, line breaks and all. */
function beginsWord(text: string): boolean {
  return /=\?[^?]*\?[bq]\?/i.test(text);
}

/** The domain as DNS has it; what stands before the @ has no other form. */
function writeAddress(address: string): string | null {
  if (/^[!-;=?-~]+$/.test(address)) return address;
  const at = address.lastIndexOf('@');
  const written = address.slice(0, at + 1) + asciiDomain(address.slice(at + 1));
  return /^[!-;=?-~]+$/.test(written) ? written : null;
}

/** Encoded words need a blank on either side to be read as such. */
function spaced(text: string): string {
  const core = text.trim();
  if (core === '' || isPlain(core)) return text;
  return text.replace(core, () => ` ${encodeText(core)} `).replace(/ {2,}/g, ' ');
}
