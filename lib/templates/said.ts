import { and, eq, sql } from 'drizzle-orm';
import { templates, templateVersions } from '@/drizzle/schema/templates';
import { scoped } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { db } from '@/lib/database/db';
import { type TemplateRecord, type Texts, textsOf, type VersionRecord } from './rows';

export type Said = { template: TemplateRecord; version: VersionRecord; texts: Texts };

/** What messages get of each, and of one that was never published its draft. Nothing is looked for in messages, nor are texts checked: it is read with each change. */
export async function readSaid(ctx: Context): Promise<Said[]> {
  const rows = await db()
    .select({ template: templates, version: templateVersions })
    .from(templates)
    .innerJoin(
      templateVersions,
      and(
        eq(templateVersions.templateId, templates.id),
        eq(templateVersions.number, sql`coalesce(${templates.published}, ${templates.latest})`),
      ),
    )
    .where(scoped(ctx, templates.companyId, 'shared'));
  const texts = await textsOf(rows.map(({ version }) => version.id));
  return rows.map((row) => ({ ...row, texts: texts.get(row.version.id)! }));
}
