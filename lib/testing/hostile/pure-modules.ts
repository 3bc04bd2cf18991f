import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a module needs that does more than think: a call of it with any text would do something. */
const DOES =
  /from '(node:(?!crypto|util|url|path|buffer|punycode)[^']+|postgres|graphile-worker|undici|next[^']*|react[^']*|drizzle-orm\/postgres-js)'|import\('|\bprocess\.|getBuiltinModule/;
const IMPORT = /(?:^|\n)(?:import|export)\s(?!type\b)[^;]*?from\s'([^']+)'/g;

/** Modules of `lib` that read no database, no file and no network, neither themselves nor by what they import. */
export function pureModules(): string[] {
  const known = new Map<string, boolean>();
  const isPure = (file: string): boolean => {
    const told = known.get(file);
    if (told !== undefined) return told;
    // In a circle nothing is told yet.
    known.set(file, true);
    const source = readFileSync(file, 'utf8');
    const own = !DOES.test(source);
    const pure = own && importsOf(file, source).every(isPure);
    known.set(file, pure);
    return pure;
  };
  return globSync('lib/**/*.ts')
    .filter((file) => !/\.test\.ts$|\.d\.ts$|^lib\/(testing|async)\//.test(file))
    .filter(isPure);
}

function importsOf(file: string, source: string): string[] {
  return [...source.matchAll(IMPORT)].flatMap(([, from]) => {
    const path = from!.startsWith('@/')
      ? from!.slice(2)
      : from!.startsWith('.')
        ? join(dirname(file), from!)
        : null;
    return path && existsSync(`${path}.ts`) ? [`${path}.ts`] : [];
  });
}
