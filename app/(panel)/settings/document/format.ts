export type Format = 'yaml' | 'json';

export function formatOf(text: string, otherwise: Format): Format {
  if (text.trim() === '') return otherwise;
  return text.trimStart().startsWith('{') ? 'json' : 'yaml';
}

/** The same in the other form; null: it cannot be read as it stands. JSON has no comments. */
export async function convert(text: string, to: Format): Promise<string | null> {
  if (text.trim() === '' || formatOf(text, to) === to) return text;
  // Only who changes the form needs the parser.
  const { parse, stringify } = await import('yaml');
  try {
    const value = parse(text, { maxAliasCount: 0 });
    return to === 'json' ? `${JSON.stringify(value, null, 2)}\n` : stringify(value, { lineWidth: 0 });
  } catch {
    return null;
  }
}
