import type { StoredVariable } from '@/drizzle/schema/templates';
import { findPublished } from '@/lib/templates/find-published';
import { findTemplate } from '@/lib/templates/rows';
import { findStarter } from '@/lib/templates/starters/from-starter';
import type { Type } from './read';

/** What a notification of it needs: what its template declares, and what its texts need besides. */
export async function declaredBy(
  { template, variables }: Pick<Type, 'template' | 'variables'>,
  companyId: string | null,
): Promise<StoredVariable[]> {
  const own = new Set(variables.map(({ name }) => name));
  const ofTemplate = template === null ? [] : await variablesOf(template, companyId);
  return [...variables, ...ofTemplate.filter(({ name }) => !own.has(name))];
}

/** Of one that is not there, or not published, nothing is known; one that comes with Relevo is there when it is needed. */
async function variablesOf(ref: string, companyId: string | null): Promise<StoredVariable[]> {
  const found = await findTemplate(companyId, ref);
  if (!found) return (findStarter(ref)?.variables ?? []) as StoredVariable[];
  if (found.published === null || found.archivedAt) return [];
  return (await findPublished(companyId, ref)).version.variables;
}
