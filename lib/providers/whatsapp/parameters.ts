/** What stands in `{{…}}` of a text that WhatsApp approves, each once: numbers by their order, names by their place. */
export function parametersOf(body: string): string[] {
  const names = [...new Set(Array.from(body.matchAll(/\{\{\s*(\w{1,60})\s*\}\}/g), ([, name]) => name!))];
  return names.every((name) => /^\d+$/.test(name)) ? names.toSorted((a, b) => Number(a) - Number(b)) : names;
}
