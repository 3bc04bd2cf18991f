import type { Permission } from '@/lib/permissions';
import type { Scope } from './schema';

type Dotted<Text extends string> = Text extends `${infer Noun}:${infer Verb}` ? `${Noun}.${Verb}` : never;

/** What a person must be allowed, to do what a token does with this scope. A scope without one does not compile. */
export function permissionOf(scope: Scope): Permission {
  return scope.replace(':', '.') as Dotted<Scope>;
}
