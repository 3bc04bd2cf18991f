import { expect, it } from 'vitest';
import { LOCALES } from '@/lib/i18n/locales';
import { configurationSchema, type Json } from '../json-schema';
import { NOUNS } from '../nouns';

const below = (schema: Json) => Object.entries((schema.properties ?? {}) as Record<string, Json>);

/** The settings and fields that say nothing of themselves, by their place. */
function silent(schema: Json): string[] {
  const root = Object.fromEntries(below(schema));
  const groups = (name: string, each: Json): [string, Json][] =>
    each.properties
      ? below(each).flatMap(([inner, deep]) => groups(`${name}.${inner}`, deep))
      : [[name, each]];
  const things = NOUNS.flatMap(({ section }) =>
    below(root[section]!.additionalProperties as Json).map(
      ([name, field]) => [`${section}.${name}`, field] as const,
    ),
  );
  const settings = below(root.settings!).flatMap(([name, each]) => groups(`settings.${name}`, each));
  return [...Object.entries(root), ...things, ...settings].flatMap(([path, { description }]) =>
    typeof description === 'string' ? [] : [path],
  );
}

it.each(LOCALES)('every section and field says what it is (%s)', (language) => {
  expect(silent(configurationSchema(language))).toEqual([]);
});

it('says it in the language that was asked for, with the settings of each kind of provider', () => {
  const told = (language: 'en' | 'es') => JSON.stringify(configurationSchema(language));
  expect(told('en')).toContain('Server name. Such as mail.example.com');
  expect(told('es')).toContain('Nombre del servidor');
  expect(told('es')).not.toContain('Server name');
});
