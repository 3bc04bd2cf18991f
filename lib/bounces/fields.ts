export type Field = { name: string; value: string };

/** No header of a bounce is longer; what is longer is no header. */
const LONGEST = 8_000;
const MOST = 500;

/** Lines of `Name: value` to the first that is none, unfolded (RFC 5322, 2.2.3). Names in lower case. */
export function parseFields(text: string): Field[] {
  const fields: Field[] = [];
  for (const line of text.split(/\r?\n/)) {
    const last = fields.at(-1);
    if (/^[ \t]/.test(line) && line.trim() && last) {
      last.value = `${last.value}\n${line.trim()}`.slice(0, LONGEST);
      continue;
    }
    const match = /^([A-Za-z][\w.-]{0,76})[ \t]*:(.*)$/.exec(line);
    if (!match || fields.length === MOST) break;
    fields.push({ name: match[1]!.toLowerCase(), value: match[2]!.trim().slice(0, LONGEST) });
  }
  return fields;
}

/** The first of that name, on one line. */
export function findValue(fields: Field[], ...names: string[]): string | undefined {
  for (const name of names) {
    const value = fields.find((field) => field.name === name)?.value;
    if (value) return value.replace(/\n/g, ' ');
  }
  return undefined;
}

export function listValues(fields: Field[], name: string): string[] {
  return fields.filter((field) => field.name === name).map(({ value }) => value.replace(/\n/g, ' '));
}
