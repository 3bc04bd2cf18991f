/** What an API answered, as an object to look into; empty when it is not JSON at all. */
export function readJson<Shape extends object>(text: string): Partial<Shape> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Partial<Shape>) : {};
  } catch {
    return {};
  }
}
