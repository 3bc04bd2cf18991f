import type { StoredVariable } from '@/drizzle/schema/templates';
import { remember } from '@/lib/async/memory';
import type { Locale } from '@/lib/i18n/locales';
import { findPublished, type Published } from '@/lib/templates/find-published';
import { ensureTemplate } from '../ensure-template';
import { declaredBy } from './declared';
import { findType, type Type } from './read';

const MAX_AGE_MS = 1_000;
const MOST = 1_000;

/** A type as a notification of it needs it: with the template of its mail, which is there from now on, and all that it asks for. */
export type PreparedType = { type: Type; declared: StoredVariable[]; published: Published | null };

const known = new Map<string, { at: number; found: Promise<PreparedType | null> }>();
remember(() => known.clear());

/** Known for a second: a thousand that happen at once ask once. @throws AppError validation_failed for a template that cannot be used */
export function prepareType(
  companyId: string | null,
  key: string,
  language: Locale,
): Promise<PreparedType | null> {
  const name = `${companyId ?? ''} ${language} ${key}`;
  const kept = known.get(name);
  if (kept && kept.at > performance.now() - MAX_AGE_MS) return kept.found;
  const found = read(companyId, key, language);
  found.catch(() => known.delete(name));
  if (known.size >= MOST) known.clear();
  known.set(name, { at: performance.now(), found });
  return found;
}

/** For the process that changed one, and for tests; others know of it a second later. */
export function forgetTypes(): void {
  known.clear();
}

async function read(companyId: string | null, key: string, language: Locale): Promise<PreparedType | null> {
  const type = await findType(companyId, key, language);
  if (!type) return null;
  const hasMail = type.template !== null && type.steps.some(({ channel }) => channel === 'email');
  if (type.template !== null) await ensureTemplate(type.template, companyId);
  const [declared, published] = await Promise.all([
    declaredBy(type, companyId),
    hasMail ? findPublished(companyId, type.template!) : null,
  ]);
  return { type, declared, published };
}
