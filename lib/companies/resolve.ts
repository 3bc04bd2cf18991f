import { boundTo, type Context } from '@/lib/context';
import { AppError, fieldError, invalid } from '@/lib/errors';
import { cachedCompanies } from './cache';
import { findCompany } from './find';

type Who = Pick<Context, 'actor' | 'companyId'>;

/**
 * The company of what is made: the one that is named (id, key or name; null: shared by all), else that of who makes it. Who is for
 * some companies alone makes things of these only. @throws AppError forbidden; validation_failed for one that is not there
 */
export async function companyFor(ctx: Who, ref: string | null | undefined): Promise<string | null> {
  if (ref === undefined) return ctx.companyId;
  const bound = boundTo(ctx);
  const id = ref === null ? null : await idOf(ref);
  if (bound && !bound.includes(id ?? '')) throw notYours(ctx, 'company');
  if (id === undefined) throw invalid('company', 'no_company', { company: String(ref) });
  return id;
}

/** Of a thing or a person for another company than one's own. */
export function notYours({ actor }: Pick<Who, 'actor'>, path: string): AppError {
  return actor.type === 'token'
    ? new AppError('forbidden', 'This token is for one company, and for no other.', {
        errors: [fieldError(path, 'company_of_token')],
      })
    : new AppError('forbidden', 'You work for some companies, and for no others.', {
        errors: [fieldError(path, 'company_not_yours')],
      });
}

/** What is asked for in a list: within what may be seen. Nothing of one that is not there. @throws AppError validation_failed */
export async function companyFilter(ctx: Who, ref: string | undefined): Promise<string | null> {
  if (ref === undefined) return ctx.companyId;
  const id = await visibleCompany(ctx, ref);
  if (id === undefined) throw invalid('company', 'no_company', { company: String(ref) });
  return id;
}

/** By id, key or name. Undefined: there is none. */
export function companyIdOf(ref: string): Promise<string | undefined> {
  return idOf(ref);
}

/** Undefined: none that is seen from here. */
export async function visibleCompany({ companyId }: Who, ref: string): Promise<string | undefined> {
  const id = await idOf(ref);
  return companyId === null || id === companyId ? id : undefined;
}

/** One that was made a moment ago by another process is not known yet. */
async function idOf(ref: string): Promise<string | undefined> {
  const known = await cachedCompanies();
  if (known.has(ref)) return ref;
  const rows = [...known.values()];
  const found =
    rows.find(({ key }) => key === ref) ??
    rows.find(({ name }) => name.toLowerCase() === ref.toLowerCase()) ??
    (await findCompany(ref));
  return found?.id;
}

/** What programs call it by; undefined: none, or one that is gone. */
export async function keyOf(companyId: string | null): Promise<string | undefined> {
  return companyId === null ? undefined : (await cachedCompanies()).get(companyId)?.key;
}
