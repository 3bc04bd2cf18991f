import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Context } from '@/lib/context';
import { open, type SealContext, seal } from '@/lib/crypto/envelope';
import { type FieldError, fieldError } from '@/lib/errors';
import { shortText } from '@/lib/validation';
import type { Secrets } from './noun';

const MOST = 10_000;

/**
 * How a document names a secret: kept as it is (`set`), from a variable or a file of the machine that applies it, sealed for this
 * installation, in clear where somebody writes it down, or `null`: there is to be none.
 */
export const SecretReference = z.union([
  shortText(MOST).min(1),
  z.strictObject({ set: z.literal(true) }),
  z.strictObject({ env: shortText(200).min(1) }),
  z.strictObject({ file: shortText(1_000).min(1) }),
  z.strictObject({ sealed: shortText(40_000).min(1) }),
  z.null(),
]);
export type SecretReference = z.output<typeof SecretReference>;

/** Whose secret it is: sealed for one place it opens at no other. */
export type Place = { section: string; company: string | null; name: string };

function contextOf({ section, company, name }: Place, secret: string): SealContext {
  return { table: 'configuration', column: `${section}.${secret}`, rowId: `${company ?? ''}/${name}` };
}

/** For a document that comes back to this installation, or to one with its master key. What cannot be opened is only named. */
export function tellSecrets(
  secrets: Secrets,
  place: Place,
  how: 'named' | 'sealed',
): Record<string, SecretReference> {
  return Object.fromEntries(
    Object.entries(secrets)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]) => [
        name,
        how === 'sealed' && value !== null ? { sealed: seal(value, contextOf(place, name)) } : { set: true },
      ]),
  );
}

/** `differing`: the names of those that are not what is there; null: it is deleted. */
type Resolved = { values: Record<string, string | null>; differing: string[]; problems: FieldError[] };

/** In clear, without those that stay as they are. `known`: what is there now. */
export function resolveSecrets(
  ctx: Context,
  references: Record<string, SecretReference>,
  { place, path, known }: { place: Place; path: string; known: Secrets },
): Resolved {
  const values: Resolved['values'] = {};
  const problems: FieldError[] = [];
  for (const [name, reference] of Object.entries(references)) {
    if (reference === null) {
      if (Object.hasOwn(known, name)) values[name] = null;
      continue;
    }
    const found = resolve(ctx, reference, { place, path: `${path}.${name}`, name, known });
    if (typeof found === 'object') problems.push(found);
    else if (found !== undefined) values[name] = found;
  }
  // One that is there and cannot be opened is known as null, too.
  const differing = Object.keys(values).filter(
    (name) => values[name] === null || values[name] !== known[name],
  );
  return { values, differing, problems };
}

type Where = { place: Place; path: string; name: string; known: Secrets };

/** Undefined: it stays. */
function resolve(
  { actor }: Context,
  reference: NonNullable<SecretReference>,
  { place, path, name, known }: Where,
): string | undefined | FieldError {
  if (typeof reference === 'string') return reference;
  if ('set' in reference) return Object.hasOwn(known, name) ? undefined : fieldError(path, 'secret_not_here');
  if ('sealed' in reference) {
    try {
      return open(reference.sealed, contextOf(place, name));
    } catch {
      return fieldError(path, 'secret_sealed');
    }
  }
  // Whoever sends a document from elsewhere must not read variables and files of this machine by way of a provider of their own.
  if (actor.type !== 'command' && actor.type !== 'job') return fieldError(path, 'secret_from_afar');
  return 'env' in reference ? fromEnvironment(path, reference.env) : fromFile(path, reference.file);
}

/** Empty is a mistake of whoever set the variable, and never a secret. */
function fromEnvironment(path: string, name: string): string | FieldError {
  return process.env[name] || fieldError(path, 'secret_env', { name });
}

function fromFile(path: string, file: string): string | FieldError {
  try {
    const text = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
    return text && text.length <= MOST ? text : fieldError(path, 'secret_file', { file });
  } catch {
    return fieldError(path, 'secret_file', { file });
  }
}
