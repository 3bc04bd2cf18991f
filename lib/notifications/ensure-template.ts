import { jobContext } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { createTemplate } from '@/lib/templates/create';
import { publishVersion } from '@/lib/templates/publish';
import { findTemplate } from '@/lib/templates/rows';
import { TemplateInput } from '@/lib/templates/schema';
import { findStarter, fromStarter } from '@/lib/templates/starters/from-starter';

/** What was asked for by this process already. */
const ensured = new Map<string, Promise<void>>();

/** The template that comes with Relevo for a type, for all companies, once it is needed: a new system sends without being prepared. */
export function ensureTemplate(ref: string, companyId: string | null): Promise<void> {
  const key = `${process.env.DATABASE_URL ?? ''} ${companyId ?? ''} ${ref}`;
  const known = ensured.get(key);
  if (known) return known;
  const made = install(ref, companyId);
  ensured.set(key, made);
  made.catch(() => undefined).finally(() => ensured.delete(key));
  return made;
}

async function install(ref: string, companyId: string | null): Promise<void> {
  const starter = findStarter(ref);
  if (!starter || (await findTemplate(companyId, ref))) return;
  const ctx = jobContext('notifications');
  try {
    const { id } = await createTemplate(ctx, TemplateInput.parse(fromStarter(starter, 'es')));
    await publishVersion(ctx, { id });
  } catch (error) {
    // Somebody else made it at this moment.
    if (!(error instanceof AppError) || error.code !== 'name_taken') throw error;
  }
}
