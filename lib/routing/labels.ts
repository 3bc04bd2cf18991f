/** Tags and metadata are the sender's own figures: Relevo keeps them whole, and a provider gets a copy, whole or not at all. */
export type Labels = { tags: readonly string[]; metadata: Readonly<Record<string, string>> };

/** What a provider's field for pairs holds, of which Relevo's own id takes one. */
export type LabelField = {
  /** Tags that have a field of their own; more go along as one pair. Absent: each is a pair. */
  tags?: number;
  pairs: number;
  keyLength: number;
  valueLength: number;
  /** Of all pairs as JSON, Relevo's own included. */
  bytes?: number;
  /** All that it takes: letters, digits, `_` and `-`, or whatever is ASCII. Anything else is spelled: see `spell`. */
  letters?: 'word' | 'ascii';
  /** Keys that differ in case alone are the same to it. */
  ignoresCase?: true;
};

/** Tags without a field of their own, and metadata, as the field takes them. */
export function pairsOf({ tags, metadata }: Labels, field: LabelField): [key: string, value: string][] {
  const given = [...tagPairs(tags, field), ...Object.entries(metadata)];
  return given.map(([key, value]) => [spell(key, field), spell(value, field)]);
}

export type LabelMisfit = { what: 'tags' | 'metadata'; detail: string };

/** The first label that the field does not hold, by its key; null: it holds them all. */
export function whyNoLabels(labels: Labels, field: LabelField): LabelMisfit | null {
  const pairs = pairsOf(labels, field);
  const seen = new Set<string>();
  let bytes = OWN_PAIR_BYTES;
  for (const [index, [key, value]] of pairs.entries()) {
    const name = field.ignoresCase ? key.toLowerCase() : key;
    bytes += octets(`${JSON.stringify(key)}:${JSON.stringify(value)},`);
    const fits =
      index + 2 <= field.pairs &&
      characters(key) <= field.keyLength &&
      characters(value) <= field.valueLength &&
      bytes <= (field.bytes ?? Number.POSITIVE_INFINITY) &&
      !seen.has(name);
    if (!fits) return { what: OWN.test(key) ? 'tags' : 'metadata', detail: key.slice(0, 64) };
    seen.add(name);
  }
  return null;
}

/** `{"relevo_id":"…"}`, with a UUID. */
const OWN_PAIR_BYTES = 52;

/** Keys of Relevo's own pairs: no message may bring them along. */
export const OWN = /^relevo_/i;

function tagPairs(tags: readonly string[], field: LabelField): [string, string][] {
  const distinct = [...new Set(tags)];
  if (field.tags === undefined)
    return distinct.map((tag, index) => [index === 0 ? 'relevo_tag' : `relevo_tag_${index + 1}`, tag]);
  const more = distinct.slice(field.tags);
  return more.length > 0 ? [['relevo_tags', more.join(', ')]] : [];
}

/** `q_` and the text with its other octets as `_HH`, as in `q_Ana_20P_C3_A9rez`: readable, and nothing is lost. */
function spell(text: string, { letters }: LabelField): string {
  const isTaken = letters === 'word' ? /^[\w-]+$/ : letters === 'ascii' ? /^[ -~]*$/ : null;
  if (!isTaken || (isTaken.test(text) && !text.startsWith('q_'))) return text;
  return `q_${Array.from(new TextEncoder().encode(text), spellOctet).join('')}`;
}

function spellOctet(octet: number): string {
  const letter = String.fromCharCode(octet);
  return /[A-Za-z0-9-]/.test(letter) ? letter : `_${octet.toString(16).toUpperCase().padStart(2, '0')}`;
}

function characters(text: string): number {
  return Array.from(text).length;
}

function octets(text: string): number {
  return new TextEncoder().encode(text).length;
}
