import { keyOf } from '@/lib/companies/resolve';
import { brandFor } from './brand';
import type { TemplateCategory } from './categories';
import { checkTexts } from './check';
import { componentsOf } from './components/find-components';
import { faultAt, type Problem } from './problems';
import { type TemplateRecord, type Texts, textsOf, type VersionRecord } from './rows';
import type { Uses } from './usage';
import type { VariableDeclaration } from './variables';
import type { TemplateProblem, TemplateRow, VersionRow, VersionView } from './view-schema';

const UNUSED: Uses = { last30Days: 0, lastAt: null };

export async function viewTemplate(
  row: TemplateRecord,
  languages: string[],
  uses: Uses = UNUSED,
): Promise<TemplateRow> {
  const company = await keyOf(row.companyId);
  return {
    id: row.id,
    key: row.key,
    title: row.title,
    category: row.category as TemplateCategory,
    channel: 'email',
    languages,
    fallbackLanguage: row.fallbackLanguage,
    published: row.published,
    latest: row.latest,
    archived: row.archivedAt !== null,
    ...(company && { company }),
    uses,
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

export function viewVersionRow(row: VersionRecord, languages: string[]): VersionRow {
  return {
    number: row.number,
    note: row.note,
    languages,
    createdAt: row.createdAt.toISOString(),
    createdBy: row.createdBy,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    publishedBy: row.publishedBy,
  };
}

/** With its texts, and what is wrong with them. */
export async function viewVersion(
  template: TemplateRecord,
  row: VersionRecord,
  given?: Texts,
): Promise<VersionView> {
  const texts = given ?? (await textsOf([row.id])).get(row.id)!;
  const brand = await brandFor(template.companyId);
  const { category, key, companyId } = template;
  const components = await componentsOf(companyId, row, texts);
  const checked = await checkTexts(texts, { declared: row.variables, brand, category, key, components });
  const { languages: _languages, ...facts } = viewVersionRow(row, []);
  return {
    ...facts,
    variables: row.variables as VariableDeclaration[],
    texts,
    problems: [...checked].flatMap(([language, { problems }]) => problems.map(viewProblem(language))),
  };
}

function viewProblem(language: string) {
  return ({ field, ...fault }: Problem): TemplateProblem => {
    const { path: _path, ...told } = faultAt(field, fault);
    return { language, field, ...told };
  };
}
