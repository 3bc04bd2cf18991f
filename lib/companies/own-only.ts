import { eq, type SQL } from 'drizzle-orm';
import { companies } from '@/drizzle/schema/companies';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';

/** A company's token knows of no other. A person, who only looks at one, chooses among all. */
export function ownOnly({ actor, companyId }: Context): SQL | undefined {
  return actor.type === 'token' && companyId !== null ? eq(companies.id, companyId) : undefined;
}

/** Nobody gives oneself another name, or higher limits. @throws AppError forbidden */
export function mayChangeCompanies({ actor, companyId }: Context): void {
  if (actor.type === 'token' && companyId !== null)
    throw new AppError('forbidden', 'A token of one company cannot change companies.');
}
