import { and, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import { type StoredComponent, templates, templateVersions } from '@/drizzle/schema/templates';
import { db } from '@/lib/database/db';
import type { BlockDocument } from '../blocks/document';
import { type Components, MAX_DEPTH } from '../blocks/expand';
import { readDocument } from '../blocks/source';
import { COMPONENT } from '../categories';
import { type Texts, textsOf } from '../rows';
import type { TemplateText } from '../schema';
import { componentKeysIn } from './keys-in';

/** The components that a version shows, also those within others. */
export type ComponentSet = {
  used: StoredComponent[];
  /** In a language; who has it not speaks its own. */
  documents: (language: string) => Components;
};

type Found = StoredComponent & { texts: Texts };

export const NO_SET: ComponentSet = { used: [], documents: () => new Map() };

/** As they are published now: for a text that is being written or is about to be published. What is not there is left out. */
export async function currentComponents(
  companyId: string | null,
  texts: Iterable<Pick<TemplateText, 'kind' | 'source'>>,
): Promise<ComponentSet> {
  const found = new Map<string, Found>();
  let wanted = componentKeysIn(texts);
  for (let depth = 0; wanted.length > 0 && depth <= MAX_DEPTH; depth++) {
    const read = await readPublished(companyId, wanted);
    for (const one of read) found.set(one.key, one);
    const named = componentKeysIn(read.flatMap((one) => Object.values(one.texts)));
    wanted = named.filter((key) => !found.has(key));
  }
  return setOf([...found.values()]);
}

/** As a version froze them when it was published. */
export async function frozenComponents(used: StoredComponent[] | null): Promise<ComponentSet> {
  if (!used || used.length === 0) return NO_SET;
  const texts = await textsOf(used.map(({ versionId }) => versionId));
  return setOf(used.map((one) => ({ ...one, texts: texts.get(one.versionId)! })));
}

/** Those of a version: frozen with it, or of today while it is a draft. */
export function componentsOf(
  companyId: string | null,
  version: { components: StoredComponent[] | null },
  texts: Texts,
): Promise<ComponentSet> {
  return version.components
    ? frozenComponents(version.components)
    : currentComponents(companyId, Object.values(texts));
}

async function readPublished(companyId: string | null, keys: string[]): Promise<Found[]> {
  const seen =
    companyId === null
      ? isNull(templates.companyId)
      : or(isNull(templates.companyId), eq(templates.companyId, companyId));
  const rows = await db()
    .select({ template: templates, versionId: templateVersions.id })
    .from(templates)
    .innerJoin(
      templateVersions,
      and(eq(templateVersions.templateId, templates.id), eq(templateVersions.number, templates.published)),
    )
    .where(
      and(
        eq(templates.category, COMPONENT),
        inArray(templates.key, keys),
        isNotNull(templates.published),
        seen,
      ),
    )
    .orderBy(templates.key);
  // A company's own one stands before the shared one of the same key.
  const own = Map.groupBy(rows, ({ template }) => template.key).values();
  const chosen = [...own].map((same) => same.find(({ template }) => template.companyId) ?? same[0]!);
  const texts = await textsOf(chosen.map(({ versionId }) => versionId));
  return chosen.map(({ template: { id, key, published, fallbackLanguage }, versionId }) => ({
    id,
    key,
    versionId,
    number: published!,
    fallbackLanguage,
    texts: texts.get(versionId)!,
  }));
}

function setOf(found: Found[]): ComponentSet {
  return {
    used: found.map(({ texts: _, ...one }) => one),
    documents: (language) => {
      const documents = found.flatMap((one): [string, BlockDocument][] => {
        const text = textIn(one, language);
        return text ? [[one.key, readDocument(text.source)]] : [];
      });
      return new Map(documents);
    },
  };
}

function textIn({ texts, fallbackLanguage }: Found, language: string): TemplateText | undefined {
  return texts[language] ?? texts[language.split('-')[0]!] ?? texts[fallbackLanguage];
}
