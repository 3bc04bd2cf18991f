import { and, eq } from 'drizzle-orm';
import { tokens } from '@/drizzle/schema/tokens';
import { keyOf } from '@/lib/companies/resolve';
import type { Context } from '@/lib/context';
import { db, sql } from '@/lib/database/db';
import { notFound } from '@/lib/errors';
import { isUuid } from '@/lib/ids';
import { listAccessKeys } from './access-keys';
import { tokensOf } from './family';
import { peopleFor } from './responsible';
import { withSecrets } from './rows';
import type { TokenDetail } from './schema';
import { viewSecret, viewToken, viewWaiting } from './view';
import { warningsOf } from './warnings';

/** @throws AppError not_found */
export async function getToken(ctx: Context, { id }: { id: string }): Promise<TokenDetail> {
  if (!isUuid(id)) throw notFound('token', id);
  const [row] = await db()
    .select()
    .from(tokens)
    .where(and(eq(tokens.id, id), tokensOf(ctx)));
  if (!row) throw notFound('token', id);
  const [[stored], company, days, routes, people, warnings, accessKeys] = await Promise.all([
    withSecrets([row]),
    keyOf(row.companyId),
    daysOf(id),
    routesOf(id),
    peopleFor(row),
    warningsOf(row),
    listAccessKeys(id),
  ]);
  return {
    ...viewToken(stored!, company),
    secrets: stored!.secrets.map(viewSecret),
    accessKeys,
    told: people.map(({ name, email }) => ({ name, email })),
    waiting: stored!.waiting && viewWaiting(stored!.waiting),
    warnings,
    days,
    routes,
  };
}

async function daysOf(id: string): Promise<TokenDetail['days']> {
  return sql()<TokenDetail['days']>`
    select day::text, sum(requests)::int as requests, (coalesce(sum(requests) filter (where status >= 400), 0))::int as refused
    from token_days where token_id = ${id} and day > current_date - 30 group by day order by day`;
}

async function routesOf(id: string): Promise<TokenDetail['routes']> {
  return sql()<TokenDetail['routes']>`
    select route, status, sum(requests)::int as requests from token_days
    where token_id = ${id} and day > current_date - 30 group by route, status order by requests desc, route, status limit 100`;
}
