import { inArray, type SQL } from 'drizzle-orm';
import { companies } from '@/drizzle/schema/companies';
import { boundTo, type Context } from '@/lib/context';
import { AppError } from '@/lib/errors';

/** Who is bound to some companies knows of no other. A person who only looks at one chooses among all. */
export function ownOnly(ctx: Context): SQL | undefined {
  const bound = boundTo(ctx);
  return bound ? inArray(companies.id, bound) : undefined;
}

/** Nobody gives oneself another name, or higher limits. @throws AppError forbidden */
export function mayChangeCompanies(ctx: Context): void {
  if (boundTo(ctx))
    throw new AppError('forbidden', 'Who is for some companies alone cannot change companies.');
}
