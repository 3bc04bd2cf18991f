import { buildEngine } from './build-engine';
import type { Parsed } from './engine';

let analyst: ReturnType<typeof buildEngine> | undefined;

/** The names that a template asks for from outside: not those that it makes itself by `assign`, `for` or `capture`. */
export function usedRoots({ templates }: Parsed): string[] {
  analyst ??= buildEngine('text');
  return [...new Set(analyst.globalVariablesSync(templates).map(String))];
}
