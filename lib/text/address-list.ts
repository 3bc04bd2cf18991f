/**
 * A list of mailboxes, as it is pasted from a mail program, a table or a letter, taken apart. Programs part with commas, semicolons or lines;
 * a comma may also stand in a name, quoted (RFC 5322, 3.4) or not (`Pérez, Ana <ana@…>`, as Outlook writes it). Nothing is judged.
 */
export function splitMailboxes(list: string): string[] {
  return splitOutside(list, /[;\n\r\t]/).flatMap((line) => joinNames(splitOutside(line, /,/)));
}

/** At separators that stand neither within quotes nor within angle brackets. */
function splitOutside(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let part = '';
  let quoted = false;
  let bracketed = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (quoted && char === '\\') {
      part += char + (text[++at] ?? '');
      continue;
    }
    if (char === '"' && (quoted || text.includes('"', at + 1))) quoted = !quoted;
    else if (char === '<' && !quoted) bracketed = true;
    else if (char === '>') bracketed = false;
    if (!quoted && !bracketed && separator.test(char)) {
      parts.push(part);
      part = '';
    } else part += char;
  }
  return [...parts, part].flatMap((each) => each.trim() || []);
}

/** What has no @ begins the name of the mailbox behind it, where that has a name. Addresses beside each other are several. */
function joinNames(parts: string[]): string[] {
  const mailboxes: string[] = [];
  let begun: string[] = [];
  for (const part of parts) {
    if (!part.includes('@')) begun.push(part);
    else if (begun.length > 0 && /^[^<]*[^<\s][^<]*<[^<>]*>$/.test(part)) {
      mailboxes.push([...begun, part].join(', '));
      begun = [];
    } else {
      mailboxes.push(...begun, ...(part.includes('<') ? [part] : part.split(/\s+/)));
      begun = [];
    }
  }
  return [...mailboxes, ...begun];
}
