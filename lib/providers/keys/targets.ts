/**
 * Which settings decide where a secret goes and how it is protected on its way: secret → path of a setting → what it is when left
 * out. A secret that never leaves, such as one that webhooks are checked with, is not in it.
 */
export type Targets = Record<string, Record<string, string | number | boolean | null>>;

type Settings = Record<string, unknown>;

/** The secrets that would go another way than the one they were given for. */
export function movedSecrets(targets: Targets, before: Settings, after: Settings): string[] {
  return Object.entries(targets)
    .filter(([, paths]) =>
      Object.entries(paths).some(
        ([path, otherwise]) => at(before, path, otherwise) !== at(after, path, otherwise),
      ),
    )
    .map(([name]) => name);
}

/** As a key to compare by: one host or URL in two spellings is no change. */
function at(settings: Settings, path: string, otherwise: string | number | boolean | null): string {
  const value = path
    .split('.')
    .reduce<unknown>((part, key) => (part as Settings | undefined)?.[key], settings);
  const given = value === undefined || value === '' ? otherwise : value;
  if (typeof given !== 'string') return JSON.stringify(given);
  const url = /^https?:/i.test(given) && URL.canParse(given) ? new URL(given).href : given.toLowerCase();
  return url.replace(/[/.]$/, '');
}
