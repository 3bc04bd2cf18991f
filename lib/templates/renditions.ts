import { and, eq } from 'drizzle-orm';
import { templateRenditions, templates, templateVersions } from '@/drizzle/schema/templates';
import { db } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { brandFor, hashOf } from './brand';
import { compileText } from './compile';
import { frozenComponents } from './components/find-components';
import { hosted } from './hosted';
import type { Rendition } from './render';
import { type Texts, textsOf, type VersionRecord } from './rows';

/** Some twenty kilobytes each, with what was parsed of it. */
const MOST = 500;

/** What was used lately stays; what is in it never changes, so nothing of it grows old. */
class Recent<T> {
  private readonly known = new Map<string, Promise<T>>();

  get(key: string, read: () => Promise<T>): Promise<T> {
    const found = this.known.get(key);
    if (found) this.known.delete(key);
    const value = found ?? read();
    this.known.set(key, value);
    if (!found) value.catch(() => this.known.delete(key));
    if (this.known.size > MOST) this.known.delete(this.known.keys().next().value!);
    return value;
  }
}

const byId = new Recent<Rendition | null>();
const byBrand = new Recent<string>();

/** What a stored message is rendered from; null: its template was deleted, which no message outlives. */
export function renditionById(id: string): Promise<Rendition | null> {
  return byId.get(id, () => readRendition(id));
}

/** What a campaign says instead of what the template says. */
export type OwnWords = { subject?: string | undefined; preheader?: string | undefined };

/** The text of a version for the brand of a company: compiled the first time that anybody asks for it, and then kept. */
export async function renditionFor(
  version: VersionRecord,
  language: string,
  companyId: string | null,
  own: OwnWords = {},
): Promise<Rendition> {
  const brand = await brandFor(companyId);
  const said = Object.entries(own).filter(([, words]) => words !== undefined);
  const brandHash = hashOf(brand, said.length > 0 ? said : undefined);
  const id = await byBrand.get(`${version.id} ${language} ${brandHash}`, async () => {
    const where = and(
      eq(templateRenditions.versionId, version.id),
      eq(templateRenditions.language, language),
      eq(templateRenditions.brandHash, brandHash),
    );
    const find = () => db().select({ id: templateRenditions.id }).from(templateRenditions).where(where);
    const [known] = await find();
    if (known) return known.id;
    const texts: Texts = (await textsOf([version.id])).get(version.id)!;
    const components = (await frozenComponents(version.components)).documents(language);
    const { subject, html, text } = await compileText(
      { ...(await hosted(texts[language]!)), ...Object.fromEntries(said) },
      { brand, language, components },
    );
    await db()
      .insert(templateRenditions)
      .values({ id: newId(), versionId: version.id, language, brandHash, brand, subject, html, text })
      .onConflictDoNothing();
    return (await find())[0]!.id;
  });
  return (await renditionById(id))!;
}

async function readRendition(id: string): Promise<Rendition | null> {
  const [row] = await db()
    .select({ rendition: templateRenditions, version: templateVersions })
    .from(templateRenditions)
    .innerJoin(templateVersions, eq(templateVersions.id, templateRenditions.versionId))
    .innerJoin(templates, eq(templates.id, templateVersions.templateId))
    .where(eq(templateRenditions.id, id));
  if (!row) return null;
  const { brandHash: _hash, createdAt: _created, ...rendition } = row.rendition;
  const { templateId, number, variables } = row.version;
  return { ...rendition, templateId, number, declared: variables };
}
