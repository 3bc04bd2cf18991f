import { type Field, parseFields } from './fields';
import { COPIES } from './formats';
import type { Mail } from './mail';

/** Where in a text the returned message begins; its length where there is none. */
export function endOfReport(text: string): number {
  const ends = COPIES.map((copy) => copy.exec(text)?.index ?? text.length);
  return Math.min(...ends);
}

/** The header of the message that came back, in a part of its own or behind the words. */
export function returnedHeader({ parts, text }: Mail): Field[] {
  const part = parts.find(({ type }) => RETURNED.test(type));
  const found = part ? parseFields(part.text.trimStart()) : [];
  return found.length > 0 ? found : headerBehind(text);
}

const RETURNED =
  /^(?:message\/(?:rfc822|global|partial|global-headers|rfc822-headers)|text\/rfc822-headers|text\/rfc822)$/;

function headerBehind(text: string): Field[] {
  const behind = text.slice(endOfReport(text));
  const begins =
    /^[ \t>]*(?:return-path|received|message-id|from|to|date|subject|mime-version|x-[\w-]{1,60}|dkim-signature):/im.exec(
      behind,
    );
  if (!begins) return [];
  // Some quote it, some indent it.
  const [indent = ''] = /^[ \t>]*/.exec(begins[0]) ?? [];
  return parseFields(
    behind
      .slice(begins.index)
      .split('\n')
      .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
      .join('\n'),
  );
}
