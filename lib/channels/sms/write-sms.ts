import type { Sparing } from '@/lib/settings/sms';
import { isGsm7 } from './gsm7';
import { countSegments, type Segments } from './segments';

export type WrittenSms = Segments & {
  text: string;
  /** What it would have been as it was given; absent: nothing was written in another way. */
  given?: { text: string; count: number };
};

/** Nothing of these is seen; left in, each would make the text dear. What joins two pictures to one stays. */
const UNSEEN =
  /(?!\n)\p{Cc}|[\u00AD\u180E\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2064\uFEFF]|(?<!\p{Extended_Pictographic}\uFE0F?)\u200D/gu;
/** Blanks of other widths: formatted amounts and dates are full of them (`Gs.` + U+00A0). */
const BLANKS = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000\t]/g;

/** What stands for a character that has no plain letter beneath its accent. Nothing here changes what is said. */
const PLAIN: Record<string, string> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‹': "'",
  '›': "'",
  '´': "'",
  '`': "'",
  ʼ: "'",
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '―': '-',
  '−': '-',
  '•': '-',
  '·': '-',
  '…': '...',
  º: 'o',
  ª: 'a',
  '°': '',
  '₲': 'Gs.',
  '×': 'x',
  '™': '(TM)',
  '®': '(R)',
  '©': '(c)',
  '\u2028': '\n',
  '\u2029': '\n',
};

/**
 * A text as it is sent by SMS: composed letters, no unseen characters, ends of lines of one kind, and by `sparing` without the accents that
 * make it dear (ñ, é, ü, ¿ and ¡ cost nothing and stay).
 */
export function writeSms(given: string, sparing: Sparing): WrittenSms {
  const text = clean(given);
  const counted = countSegments(text);
  if (sparing === 'never' || counted.costly.length === 0) return { ...counted, text };
  const spared = [...text].map(plainOf).join('');
  const cheaper = countSegments(spared);
  const isWorth = sparing === 'always' ? spared !== text : cheaper.count < counted.count;
  return isWorth ? { ...cheaper, text: spared, given: { text, count: counted.count } } : { ...counted, text };
}

function clean(text: string): string {
  return text.normalize('NFC').replace(/\r\n?/g, '\n').replace(BLANKS, ' ').replace(UNSEEN, '').trim();
}

/** á is a, ã is a, “ is "; what is none of this stays as it is. */
function plainOf(character: string): string {
  if (isGsm7(character)) return character;
  const plain = PLAIN[character];
  if (plain !== undefined) return plain;
  const [letter = character] = character.normalize('NFD');
  return isGsm7(letter) ? letter : character;
}
