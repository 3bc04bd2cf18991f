/** A string of a TXT record has 255 bytes at most (RFC 1035, 3.3.14); a longer value is several, joined without a blank. */
export function splitText(value: string): string[] {
  return value.match(/.{1,255}/g) ?? [''];
}
