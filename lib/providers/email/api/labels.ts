/**
 * Tags and metadata are for the sender's own figures: Relevo keeps them whole. A provider gets the copy that its field holds; what is too
 * long for it is cut, never left for the mail to fail over.
 */
export type LabelLimits = {
  entries: number;
  keyLength: number;
  valueLength: number;
  /** Of all keys and values together. */
  bytes?: number;
  /** Amazon SES, Resend: ASCII letters, digits, `_` and `-` alone. */
  wordsOnly?: true;
};

/** Metadata within the limits of a field, our own id first: events find their message by it. Tags that have no field go along as `tags`. */
export function fitMetadata(
  id: string,
  metadata: Record<string, string>,
  limits: LabelLimits,
  tags: string[] = [],
): Record<string, string> {
  const given = Object.entries({ ...(tags.length > 0 && { tags: tags.join(', ') }), ...metadata });
  const fitted = new Map([['relevo_id', id]]);
  const taken = new Set(['relevo_id']);
  let bytes = 0;
  for (const [key, value] of given) {
    const name = shorten(key, limits.keyLength, limits);
    const text = shorten(value, limits.valueLength, limits);
    bytes += Buffer.byteLength(name) + Buffer.byteLength(text);
    if (fitted.size >= limits.entries || bytes > (limits.bytes ?? Number.POSITIVE_INFINITY)) break;
    // Some refuse keys that differ in case alone.
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    fitted.set(name, text);
  }
  return Object.fromEntries(fitted);
}

function shorten(text: string, length: number, { wordsOnly }: LabelLimits): string {
  const cut = wordsOnly ? toWord(text).slice(0, length) : Array.from(text).slice(0, length).join('');
  return cut === '' && wordsOnly ? '_' : cut;
}

/** `Peña 13` as `Pena_13`. */
export function toWord(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9_-]/g, '_');
}
