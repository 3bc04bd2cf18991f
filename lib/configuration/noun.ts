import type { z } from 'zod';
import type { Context } from '@/lib/context';

export type Fields = Record<string, unknown>;
/** Opened, by name; null: it is there and cannot be opened. */
export type Secrets = Record<string, string | null>;

/** One thing of the configuration as it stands: all that a document says of it. */
export type Thing = {
  id: string;
  /** Whose it is; null: shared by all. */
  companyId: string | null;
  name: string;
  fields: Fields;
  secrets?: Secrets;
};

/** One that is to be made. */
export type Wanted = {
  name: string;
  /** Without the number by which a document tells it from another of this name. */
  title: string;
  fields: Fields;
  secrets: Secrets;
};

/** What changes of one: fields as they are to be; secrets in clear, also those that stay, null for one that goes, and the names of those that do not stay. */
export type Changed = { fields: Fields; secrets: Secrets; differing: string[] };

/**
 * A kind of thing in the document. Its verbs are those of its own room; `ctx` is of the company whose the thing is. `finish` is called for
 * what was made or changed once all of its kind are there: those may name each other.
 */
export type Noun = {
  section: string;
  /** Every field, none needed: of one that is there, what is left out stays. */
  schema: z.ZodObject;
  /** It has some. */
  hasSecrets?: true;
  list(ctx: Context): Promise<Thing[]>;
  create(ctx: Context, wanted: Wanted): Promise<void>;
  update(ctx: Context, thing: Thing, changed: Changed): Promise<void>;
  finish?(ctx: Context, name: string, fields: Fields): Promise<void>;
  remove(ctx: Context, thing: Thing): Promise<void>;
  /** Made before others of its kind, which name it. */
  goesFirst?(fields: Fields): boolean;
  /** Where its name is not for ever. */
  rename?(ctx: Context, thing: Thing, title: string): Promise<void>;
  /** By what two names are the same one. */
  sameAs?(name: string): string;
  /** As the document would say it after it was saved: with what its kind adds by itself. */
  normalize?(fields: Fields, thing?: Thing): Fields;
  /** URLs whose hosts its verbs look up. */
  urls?(fields: Fields): string[];
};

/** Of a view what a document says. @throws where the view has no such field: what is not there cannot be exported */
export function only<T extends object>(view: T, names: readonly string[]): Fields {
  const missing = names.find((name) => !(name in view));
  if (missing !== undefined) throw new Error(`the view says nothing of ${missing}`);
  return Object.fromEntries(names.map((name) => [name, (view as Fields)[name] ?? null]));
}

/** Those that are to be written: a secret that stays is given again only where the thing goes elsewhere with it. */
export function secretsFor({ fields, secrets, differing }: Changed, targets: string[]): Secrets {
  const moves = targets.some((name) => name in fields);
  return Object.fromEntries(Object.entries(secrets).filter(([name]) => moves || differing.includes(name)));
}
