// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
const ASCII = /^[\u0000-\u007f]*$/;

/**
 * The form in which a domain is looked up in DNS: lower case, other letters as `xn--…` (UTS 46), so that both spellings of it are one.
 * By `URL`, which browsers know as well as Node. What is no domain is only put into lower case.
 */
export function asciiDomain(domain: string): string {
  if (ASCII.test(domain)) return domain.toLowerCase();
  return URL.parse(`http://${domain}`)?.hostname ?? domain.toLowerCase();
}

/** Of an address `local@domain`. */
export function asciiDomainOf(email: string): string {
  return asciiDomain(email.slice(email.lastIndexOf('@') + 1));
}

/** An address with its domain as in DNS; what stands before the @ is left alone. */
export function withAsciiDomain(email: string): string {
  return ASCII.test(email) ? email : `${email.slice(0, email.lastIndexOf('@') + 1)}${asciiDomainOf(email)}`;
}
