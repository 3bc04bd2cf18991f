export type UsedKey = { key: string; kind: 'text' | 'branch' };

const DECLARATION =
  /(\w+)\s*=\s*(?:await\s+)?(?:useTranslations|getTranslations)\(\s*(?:'([^']*)')?\s*\)|(\w+)\s*=\s*translator\(/g;
const CALL = /(?<![\w.])(\w+)(?:\.(?:rich|markup|raw|has))?\(\s*(?:'([^']+)'|`([^`$]*)\$\{)/g;
const INLINE = /\(\s*await\s+getTranslations\('([^']*)'\)\s*\)\('([^']+)'/g;

/**
 * The keys that a source file asks for, as far as they stand there: `t('a.b')` is a text, t(`a.${x}`) needs the branch `a`.
 * A translator's name means what it was last given above the call, as in `const t = useTranslations('home')`.
 */
export function usedKeys(source: string): UsedKey[] {
  const declared = [...source.matchAll(DECLARATION)].map((match) => ({
    index: match.index,
    name: match[1] ?? match[3],
    namespace: match[2] ?? '',
  }));
  const inline = [...source.matchAll(INLINE)].map((match) => text(match[1]!, match[2]!));
  const calls = [...source.matchAll(CALL)].flatMap((match) => {
    const translator = declared.findLast(({ name, index }) => name === match[1] && index < match.index);
    if (!translator) return [];
    if (match[2] !== undefined) return [text(translator.namespace, match[2])];
    const prefix = match[3]!;
    return prefix.includes('.') ? [branch(translator.namespace, prefix)] : [];
  });
  return [...inline, ...calls];
}

function text(namespace: string, key: string): UsedKey {
  return { key: join(namespace, key), kind: 'text' };
}

function branch(namespace: string, prefix: string): UsedKey {
  return { key: join(namespace, prefix.slice(0, prefix.lastIndexOf('.'))), kind: 'branch' };
}

function join(namespace: string, key: string): string {
  return namespace ? `${namespace}.${key}` : key;
}
