/** What an API answered, as an object to look into; empty when it is not JSON at all. */
export function readJson<Shape extends object>(text: string): Partial<Shape> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Partial<Shape>) : {};
  } catch {
    return {};
  }
}

/** A text or a number out of it; undefined where the answer has something else in that place. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** What an error says, in the order given; the answer itself where none of it is there. */
export function asWords(parts: unknown[], answer: string): string {
  return parts.map(asText).filter(Boolean).join(': ') || answer;
}
