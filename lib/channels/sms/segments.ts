import { isGsm7, septetsOf } from './gsm7';

export type SmsEncoding = 'gsm7' | 'ucs2';

export type Segments = {
  encoding: SmsEncoding;
  /** What it is paid by: the parts in which it is sent. */
  count: number;
  /** Septets or UTF-16 units that still fit without another part. */
  left: number;
  /** Each once, in order: what keeps the text from the cheap alphabet. */
  costly: string[];
};

/** Alone, and where each part says which of how many it is (a header of six bytes: 3GPP TS 23.040, 9.2.3.24.1). */
const ROOM = { gsm7: { alone: 160, part: 153 }, ucs2: { alone: 70, part: 67 } };

/** How a text goes over the air, as it stands: `writeSms` says what becomes of it before. */
export function countSegments(text: string): Segments {
  const parts = splitSegments(text);
  const encoding = encodingOf(text);
  const last = parts.at(-1) ?? '';
  const room = parts.length > 1 ? ROOM[encoding].part : ROOM[encoding].alone;
  return {
    encoding,
    count: parts.length,
    left: room - unitsOf(last, encoding),
    costly: encoding === 'gsm7' ? [] : [...new Set([...text].filter((character) => !isGsm7(character)))],
  };
}

/** The parts of a text as phones join them again. What takes two units is in one part: a long text may need one part more than its length divides into. */
export function splitSegments(text: string): string[] {
  const encoding = encodingOf(text);
  const { alone, part: room } = ROOM[encoding];
  if (unitsOf(text, encoding) <= alone) return text === '' ? [] : [text];
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const character of text) {
    const units = unitsOfCharacter(character, encoding);
    if (used + units > room) {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += character;
    used += units;
  }
  return [...parts, part];
}

function encodingOf(text: string): SmsEncoding {
  for (const character of text) if (!isGsm7(character)) return 'ucs2';
  return 'gsm7';
}

function unitsOf(text: string, encoding: SmsEncoding): number {
  if (encoding === 'ucs2') return text.length;
  let units = 0;
  for (const character of text) units += unitsOfCharacter(character, encoding);
  return units;
}

function unitsOfCharacter(character: string, encoding: SmsEncoding): number {
  return encoding === 'ucs2' ? character.length : septetsOf(character)!;
}
