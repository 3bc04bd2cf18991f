import { Document } from 'yaml';
import type { Context } from '@/lib/context';
import { type Comment, writeComments } from './comments/yaml-comments';
import { FORMAT } from './document';
import type { ExportQuery } from './input-schema';
import type { Fields, Noun, Thing } from './noun';
import { COMPANIES, OWNED, SHARED } from './nouns';
import { pickThing } from './pick-thing';
import type { Place } from './plan';
import { type Present, readPresent } from './present';
import { tellSecrets } from './secrets';

export type ExportOptions = {
  /** `named`: that they are there; `sealed`: for this installation, or one with its master key. */
  secrets?: 'named' | 'sealed';
  /** Only these sections; none: all of them. */
  sections?: string[];
  /** Only this thing; a company without what is its own. */
  only?: Place | undefined;
};

/** All that is configured, as one document: the same text as long as nothing was changed. @throws AppError forbidden; not_found for `only` */
export async function exportConfiguration(
  ctx: Context,
  { only, ...options }: ExportOptions = {},
): Promise<Fields> {
  const document = toDocument(await readPresent(ctx), options);
  return only ? pickThing(document, only) : document;
}

/** What of it somebody asked for by an address. */
export function partOf({ section, company, name }: ExportQuery): ExportOptions {
  if (section === undefined) return {};
  return name === undefined && section !== 'settings'
    ? { sections: [section] }
    : { only: { section, company: company ?? null, name: name ?? '' } };
}

export function toDocument(present: Present, { secrets = 'named', sections }: ExportOptions = {}): Fields {
  const isAsked = (section: string) => !sections || sections.includes(section);
  const companies = sorted(present.things.get(COMPANIES)!).map(({ id, name, fields }): [string, Fields] => [
    name,
    { ...fields, ...sectionsOf(present, id, { secrets, isAsked }) },
  ]);
  return {
    relevo: FORMAT,
    ...(isAsked('settings') && { settings: present.settings }),
    ...(isAsked('companies') && { companies: Object.fromEntries(companies) }),
    ...sectionsOf(present, null, { secrets, isAsked }),
  };
}

type How = { secrets: 'named' | 'sealed'; isAsked: (section: string) => boolean };

/** Of one company, or what all share; a company without any of a kind says nothing of it. */
function sectionsOf(present: Present, companyId: string | null, { secrets, isAsked }: How): Fields {
  const nouns = companyId === null ? [...OWNED, ...SHARED] : OWNED;
  const sections = nouns
    .filter(({ section }) => isAsked(section))
    .map((noun): [string, Fields] => {
      const own = present.things.get(noun)!.filter((thing) => thing.companyId === companyId);
      const told = sorted(own).map((thing) => [thing.name, tell(noun, thing, present, secrets)]);
      return [noun.section, Object.fromEntries(told)];
    });
  return Object.fromEntries(
    companyId === null ? sections : sections.filter(([, things]) => Object.keys(things).length > 0),
  );
}

function tell(
  noun: Noun,
  { fields, name, companyId, secrets }: Thing,
  { keys }: Present,
  how: 'named' | 'sealed',
) {
  const place = { section: noun.section, company: companyId && keys.get(companyId)!, name };
  if (!secrets || Object.keys(secrets).length === 0) return fields;
  return { ...fields, secrets: tellSecrets(secrets, place, how) };
}

/** By code point, as every machine has it. */
function sorted(things: Thing[]): Thing[] {
  return things.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Editors read what each field is: `./relevo config schema > relevo.schema.json`. */
const HEAD = '# yaml-language-server: $schema=relevo.schema.json\n';

/** `comments`: what people wrote beside it, as `readComments` has it. */
export function toYaml(document: object, comments: Comment[] = []): string {
  const yaml = new Document(document, { aliasDuplicateObjects: false });
  writeComments(yaml, comments);
  return `${HEAD}${yaml.toString({ lineWidth: 0 })}`;
}

export function toJson(document: object): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
