import type { Locale } from '@/lib/i18n/locales';
import { type Translate, translator } from '@/lib/i18n/translate';
import { NOUNS } from '../nouns';

type Json = { [name: string]: unknown };

/** Says in the schema what each section and field is, for editors to show, by the texts that the panel's own forms have. */
export function describeFields(schema: Json, language: Locale): void {
  const t = translator(language);
  const root = propertiesOf(schema);
  const company = propertiesOf(thingOf(root.companies as Json));
  tell(root, 'document', t);
  for (const { section } of NOUNS)
    for (const within of [root, company]) {
      const found = within[section] as Json | undefined;
      if (!found) continue;
      say(found, t(`configuration.help.sections.${section}`));
      tell(propertiesOf(thingOf(found)), section, t);
      if (section === 'providers') for (const each of settingsOf(found)) tellLabels(each, 'providers', [], t);
    }
  tellLabels(propertiesOf(root.settings as Json), 'settings', [], t);
}

function tell(properties: Json, section: string, t: Translate): void {
  for (const [name, schema] of Object.entries(properties)) {
    const key = `configuration.help.fields.${section}.${name}`;
    if (t.has(key)) say(schema as Json, t(key));
  }
}

/** As the form calls a field, and what it says below it. */
function tellLabels(properties: Json, noun: 'settings' | 'providers', above: string[], t: Translate): void {
  for (const [name, schema] of Object.entries(properties)) {
    const path = [...above, name];
    const key = `${noun}.fields.${path.join('_')}`;
    if (t.has(`${key}.label`)) say(schema as Json, sentence(t, key));
    else if (noun === 'settings') tellLabels(propertiesOf(schema as Json), noun, path, t);
  }
}

function sentence(t: Translate, key: string): string {
  const label = t(`${key}.label`);
  return t.has(`${key}.help`) ? `${label}. ${t(`${key}.help`)}` : label;
}

/** What is told of a field by its own schema is for programmers; this is for who types. */
function say(schema: Json, text: string): void {
  schema.description = text;
}

function propertiesOf(schema: Json | undefined): Json {
  return (schema?.properties as Json | undefined) ?? {};
}

function thingOf(section: Json): Json {
  return section.additionalProperties as Json;
}

/** Of each kind of provider its own. */
function settingsOf(section: Json): Json[] {
  const kinds = thingOf(section).allOf as { then: { properties: { settings: Json } } }[];
  return kinds.map(({ then }) => propertiesOf(then.properties.settings));
}
