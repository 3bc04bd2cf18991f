import { z } from 'zod';
import { SettingsPatch } from '@/lib/settings/schema';
import { displayName, shortText } from '@/lib/validation';
import type { Fields, Noun } from './noun';
import { COMPANIES, OWNED, SHARED } from './nouns';
import { SecretReference } from './secrets';

/** Of the format, not of the program. */
export const FORMAT = 1;

const MOST_THINGS = 5_000;
const name = displayName(200);

/** What a document says of one thing. */
function thingOf(noun: Noun): z.ZodObject {
  return noun.schema.extend({
    ...(noun.hasSecrets && { secrets: z.record(shortText(80), SecretReference).optional() }),
    // Else it would be deleted, and another one made.
    ...(noun.rename && { renamedFrom: name.optional() }),
  });
}

function sectionOf(noun: Noun) {
  return z.record(name, thingOf(noun)).optional();
}

const sectionsOf = (nouns: readonly Noun[]) =>
  Object.fromEntries(nouns.map((noun) => [noun.section, sectionOf(noun)]));
const owned = sectionsOf(OWNED);

/** A company, and all that is its own beneath it. */
const Company = z.strictObject({ ...COMPANIES.schema.shape, ...owned });

/** All of the configuration, or a part of it. */
export const ConfigurationDocument = z.strictObject({
  $schema: shortText(1_000).optional(),
  relevo: z.literal(FORMAT),
  settings: SettingsPatch.omit({ version: true }).optional(),
  companies: z.record(name, Company).optional(),
  ...owned,
  ...sectionsOf(SHARED),
});
export type ConfigurationDocument = z.output<typeof ConfigurationDocument>;

type Section = Record<string, Fields> | undefined;

/** One thing as a document says it; `path`: where. */
export type Said = {
  noun: Noun;
  company: string | null;
  name: string;
  /** As what it is known here until now. */
  renamedFrom?: string;
  fields: Fields;
  path: string;
};

/** The things of a document, in the order in which they are made. */
export function thingsSaid(document: ConfigurationDocument): Said[] {
  const companies = Object.entries((document.companies as Section) ?? {});
  const own = new Set(OWNED.map(({ section }) => section));
  const first = companies.map(([key, said]) => ({
    noun: COMPANIES,
    company: null,
    name: key,
    fields: Object.fromEntries(Object.entries(said).filter(([field]) => !own.has(field))),
    path: `companies.${key}`,
  }));
  const rest = OWNED.flatMap((noun) => {
    const all = [
      ...inSection(noun, null, document as Fields, ''),
      ...companies.flatMap(([key, said]) => inSection(noun, key, said, `companies.${key}.`)),
    ];
    const { goesFirst = () => false } = noun;
    return [
      ...all.filter(({ fields }) => goesFirst(fields)),
      ...all.filter(({ fields }) => !goesFirst(fields)),
    ];
  });
  const shared = SHARED.flatMap((noun) => inSection(noun, null, document as Fields, ''));
  return [...first, ...rest, ...shared];
}

function inSection(noun: Noun, company: string | null, within: Fields, before: string): Said[] {
  const section = (within[noun.section] as Section) ?? {};
  return Object.entries(section).map(([key, { renamedFrom, ...fields }]) => ({
    noun,
    company,
    name: key,
    ...(typeof renamedFrom === 'string' && { renamedFrom }),
    fields,
    path: `${before}${noun.section}.${key}`,
  }));
}

/** Whether a document speaks of this section at all: only then things that it does not name can be said to be left out. */
export function speaksOf(document: ConfigurationDocument, section: string, company: string | null): boolean {
  const { companies } = document as { companies?: Record<string, Fields> };
  if (company === null) return (document as Fields)[section] !== undefined;
  if (companies === undefined) return false;
  const own = companies[company];
  return own === undefined || own[section] !== undefined;
}

export function countThings(document: ConfigurationDocument): boolean {
  return thingsSaid(document).length <= MOST_THINGS;
}
