import { and, asc, eq, inArray, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import { templates, templateTexts, templateVersions } from '@/drizzle/schema/templates';
import { companyFilter } from '@/lib/companies/resolve';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { COMPONENT } from './categories';
import { languagesOf } from './rows';
import type { TemplateFilter } from './schema';
import { usesOf } from './usage';
import { viewTemplate } from './view';
import type { TemplateRow } from './view-schema';

const MOST = 1_000;

/** By title. A company sees its own and the shared ones; there are tens of them: no paging. */
export async function listTemplates(
  ctx: Context,
  { q, category, language, company, archived }: TemplateFilter,
): Promise<{ data: TemplateRow[] }> {
  const companyId = await companyFilter(ctx, company);
  const words = q && `%${q.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await db()
    .select({ row: templates, versionId: templateVersions.id })
    .from(templates)
    .innerJoin(
      templateVersions,
      and(eq(templateVersions.templateId, templates.id), eq(templateVersions.number, templates.latest)),
    )
    .where(
      and(
        scoped({ companyId }, templates.companyId, 'shared'),
        archived === 'true' ? isNotNull(templates.archivedAt) : isNull(templates.archivedAt),
        // Components are asked for by their category: nothing is made with one alone.
        category ? eq(templates.category, category) : ne(templates.category, COMPONENT),
        words ? sql`(${templates.title} ilike ${words} or ${templates.key} ilike ${words})` : undefined,
        language
          ? inArray(
              templateVersions.id,
              db()
                .select({ id: templateTexts.versionId })
                .from(templateTexts)
                .where(eq(templateTexts.language, language)),
            )
          : undefined,
      ),
    )
    .orderBy(sql`lower(${templates.title})`, asc(templates.id))
    .limit(MOST);
  const [languages, uses] = await Promise.all([
    languagesOf(rows.map(({ versionId }) => versionId)),
    usesOf(rows.map(({ row }) => row.id)),
  ]);
  return {
    data: await Promise.all(
      rows.map(({ row, versionId }) => viewTemplate(row, languages.get(versionId) ?? [], uses.get(row.id))),
    ),
  };
}
