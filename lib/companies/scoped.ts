import { type AnyColumn, sql as drizzleSql, eq, isNull, or, type SQL } from 'drizzle-orm';
import { boundTo, type Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { AppError } from '@/lib/errors';

type Scope = Pick<Context, 'companyId'>;

/**
 * The condition that keeps a company's things from the others. `own`: what has exactly one owner (messages, events); `shared`: also what
 * all companies use (providers, tokens). Without a company everything is seen: undefined. For statements written by hand: `scopedSql`.
 */
export function scoped(ctx: Scope, column: AnyColumn, reach: 'own' | 'shared' = 'own'): SQL | undefined {
  if (ctx.companyId === null) return undefined;
  const own = eq(column, ctx.companyId);
  return reach === 'own' ? own : or(own, isNull(column));
}

/** The same as a condition that stands in a statement: `where id = … and ${scopedSql(ctx)}`; `column` may have the name of its table. */
export function scopedSql({ companyId }: Scope, column = 'company_id', reach: 'own' | 'shared' = 'own') {
  if (companyId === null) return sql()`true`;
  const own = sql()`${sql()(column)} = ${companyId}`;
  return reach === 'own' ? own : sql()`(${own} or ${sql()(column)} is null)`;
}

/** The same for what is in memory: one's own and what is shared. */
export function isVisible({ companyId }: Scope): (thing: { companyId: string | null }) => boolean {
  return (thing) => companyId === null || thing.companyId === null || thing.companyId === companyId;
}

/** Of several with one key: a company's own one before that of all; for who sees all companies that of all comes first. */
export function nearestFirst({ companyId }: Scope, column: AnyColumn): SQL {
  return companyId === null ? drizzleSql`${column} nulls first` : drizzleSql`${column} nulls last`;
}

/** What others use too is not for those to change who are for some companies alone. @throws AppError forbidden */
export function mayChange(ctx: Context, ownerId: string | null): void {
  const bound = boundTo(ctx);
  if (bound && (ownerId === null || !bound.includes(ownerId)))
    throw new AppError(
      'forbidden',
      'Who is for some companies alone cannot change what all companies share.',
    );
}
