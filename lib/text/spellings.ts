import { domainToUnicode } from 'node:url';
import { withAsciiDomain } from './ascii-domain';

/** An address in lower case, with its domain as given, as in DNS, and in its own letters: whoever gives it back may have rewritten it. */
export function spellings(address: string): string[] {
  const ascii = withAsciiDomain(address);
  const at = ascii.lastIndexOf('@') + 1;
  const own = ascii.slice(0, at) + (domainToUnicode(ascii.slice(at)) || ascii.slice(at));
  return [...new Set([address, ascii, own].map((spelling) => spelling.toLowerCase()))];
}
