import { remember } from '@/lib/async/memory';
import { invalid } from '@/lib/errors';
import { currentCaches } from '@/lib/settings/system-in-use';
import { findTemplate, languagesOf, readVersion, type TemplateRecord, type VersionRecord } from './rows';

const MAX_AGE_MS = 1_000;

/** Next bundles pages, their actions and route handlers apart: what one of them publishes, the others must hear of. */
const holder = globalThis as typeof globalThis & { relevoTemplateChanges?: number };

/** For the process that made the change, and for tests; others know of it a second later. */
export function forgetPublished(): void {
  holder.relevoTemplateChanges = (holder.relevoTemplateChanges ?? 0) + 1;
}

export type Published = { template: TemplateRecord; version: VersionRecord; languages: string[] };

const known = new Map<string, { at: number; found: Promise<Published> }>();
remember(() => known.clear());

/**
 * What a message means that names a template: the company's own one, then the shared one; the version in use, or one that was published.
 * Known for a second. @throws AppError validation_failed
 */
export async function findPublished(
  companyId: string | null,
  ref: string,
  number?: number,
): Promise<Published> {
  const key = `${holder.relevoTemplateChanges ?? 0} ${companyId ?? ''} ${number ?? ''} ${ref}`;
  const kept = known.get(key);
  if (kept && kept.at > performance.now() - MAX_AGE_MS) return kept.found;
  const found = read(companyId, ref, number);
  found.catch(() => known.delete(key));
  known.set(key, { at: performance.now(), found });
  const { templates } = await currentCaches();
  if (known.size > templates) known.clear();
  return found;
}

async function read(companyId: string | null, ref: string, number: number | undefined): Promise<Published> {
  const template = await findTemplate(companyId, ref);
  if (!template) throw invalid('template', 'no_template', { template: ref });
  if (template.archivedAt) throw invalid('template', 'template_archived', { template: ref });
  if (template.published === null) throw invalid('template', 'template_unpublished', { template: ref });
  const wanted = number ?? template.published;
  const version = wanted <= template.latest ? await readVersion(template, wanted) : null;
  if (!version?.publishedAt)
    throw invalid('templateVersion', 'no_template_version', { template: ref, number: `${wanted}` });
  const languages = (await languagesOf([version.id])).get(version.id) ?? [];
  return { template, version, languages };
}

/** The wanted one, its base (`es-PY` → `es`), the company's, the template's own. */
export function chooseLanguage(
  { template, languages }: Published,
  { wanted, ofCompany }: { wanted?: string | undefined; ofCompany?: string | null | undefined },
): string {
  const [choice] = [wanted, wanted?.split('-')[0], ofCompany, ofCompany?.split('-')[0]].filter(
    (each): each is string => each !== null && each !== undefined && languages.includes(each),
  );
  return choice ?? template.fallbackLanguage;
}
