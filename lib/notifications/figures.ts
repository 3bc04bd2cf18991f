import { z } from 'zod';
import { NOTIFICATION_STATES, type NotificationState } from '@/drizzle/notification-states';
import { companyFilter } from '@/lib/companies/resolve';
import { CompanyRef } from '@/lib/companies/schema';
import { scopedSql } from '@/lib/companies/scoped';
import type { Context } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { idFloor } from '@/lib/ids';
import { findType } from './types/read';

export const SPANS = { '24h': 1, '7d': 7, '30d': 30 } as const;

/** `GET /api/v1/notifications/figures`. */
export const FiguresQuery = z.strictObject({
  span: z.enum(['24h', '7d', '30d']).default('24h'),
  company: CompanyRef.optional(),
});

export type TypeFigures = {
  type: string;
  title: string;
  count: number;
  states: Record<NotificationState, number>;
  /** Of those that were skipped: the same was told before. */
  duplicates: number;
};

/** Of each type, how many there were and what became of them, most first. */
export async function figuresOf(
  ctx: Context,
  { span, company }: z.output<typeof FiguresQuery>,
): Promise<{ data: TypeFigures[] }> {
  const companyId = await companyFilter(ctx, company);
  const since = idFloor(new Date(Date.now() - SPANS[span] * 86_400_000));
  const rows = await sql()<{ type: string; state: NotificationState; count: number; duplicates: number }[]>`
    select type, state, count(*)::int as count, (count(*) filter (where reason = 'duplicate'))::int as duplicates
    from notifications where id >= ${since} and ${scopedSql({ companyId })} group by 1, 2`;
  const byType = Map.groupBy(rows, ({ type }) => type);
  const data = await Promise.all(
    [...byType].map(async ([type, list]): Promise<TypeFigures> => {
      const found = await findType(companyId, type, ctx.locale);
      const of = (state: NotificationState) => list.find((row) => row.state === state)?.count ?? 0;
      return {
        type,
        title: found?.title ?? type,
        count: list.reduce((sum, { count }) => sum + count, 0),
        states: Object.fromEntries(
          NOTIFICATION_STATES.map((state) => [state, of(state)]),
        ) as TypeFigures['states'],
        duplicates: list.reduce((sum, { duplicates }) => sum + duplicates, 0),
      };
    }),
  );
  return { data: data.toSorted((a, b) => b.count - a.count || a.type.localeCompare(b.type)) };
}
