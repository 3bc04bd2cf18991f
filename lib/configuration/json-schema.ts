import { z } from 'zod';
import type { Locale } from '@/lib/i18n/locales';
import { listAdapters } from '@/lib/providers/registry';
import { ConfigurationDocument } from './document';
import { describeFields } from './editing/describe-fields';

export type Json = { [name: string]: unknown };

/**
 * For editors: completion, hover help, and what is wrong at its line. What depends on other things (references, time zones, what adds up) only
 * the system itself can say.
 */
export function configurationSchema(language: Locale = 'en'): Json {
  const schema = z.toJSONSchema(ConfigurationDocument, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
    },
  }) as Json;
  for (const properties of [propertiesOf(schema), propertiesOf(companyOf(schema))]) addKinds(properties);
  describeFields(schema, language);
  return { ...schema, title: 'Relevo' };
}

function propertiesOf(schema: Json): Json {
  return schema.properties as Json;
}

function companyOf(schema: Json): Json {
  return (propertiesOf(schema).companies as Json).additionalProperties as Json;
}

/** Of each kind its own settings. */
function addKinds(properties: Json): void {
  const provider = (properties.providers as Json).additionalProperties as Json;
  provider.allOf = listAdapters().map(({ kind, settings }) => ({
    if: { properties: { kind: { const: kind } }, required: ['kind'] },
    // biome-ignore lint/suspicious/noThenProperty: JSON Schema calls it so
    then: { properties: { settings: settingsOf(settings) } },
  }));
  (propertiesOf(provider).kind as Json).enum = listAdapters().map(({ kind }) => kind);
}

function settingsOf(settings: z.ZodType): Json {
  const { $schema: _, ...json } = z.toJSONSchema(settings, {
    io: 'input',
    target: 'draft-7',
    unrepresentable: 'any',
  });
  return json;
}
