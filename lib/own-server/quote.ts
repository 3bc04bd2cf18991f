/** For a shell: whatever it says, it is one word and nothing in it is read (POSIX 2.2.2). The only way a value gets into a script. */
export function shellQuote(value: string): string {
  if (value.includes('\0')) throw new Error('A shell has no NUL.');
  return `'${value.replaceAll("'", "'\\''")}'`;
}

/** Nothing that Postfix, Exim or OpenDKIM read as more than a letter: no line ends, `$`, quotes, braces, `#`, `;`, `,`, `!`, `*` or backslashes. */
const PLAIN = /^[A-Za-z0-9._:/@[\] +-]*$/;

/**
 * Lines of another program's settings: ``conf`myhostname = ${hostname}` ``. What is put in is looked at once more, whatever the schema let
 * through: a line end in a value would be a setting of its own.
 */
export function conf(parts: TemplateStringsArray, ...values: (string | number)[]): string {
  return String.raw({ raw: parts.raw }, ...values.map(plain));
}

export function plain(value: string | number): string {
  const text = `${value}`;
  if (!PLAIN.test(text) || text.includes('\n'))
    throw new Error(`This cannot stand in a configuration: ${JSON.stringify(text)}`);
  return text;
}

/** IPv6 stands in brackets where a port may follow. */
export function bracketed(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}

/** Text of a script as it is written, backslashes and all; `\\${name}` is the shell's. What is put in must be quoted already. */
export function sh(parts: TemplateStringsArray, ...quoted: string[]): string {
  return String.raw({ raw: parts.raw }, ...quoted).replaceAll('\\${', '${');
}
