import { sql } from '@/lib/database/db';

/** As many at once, and one back every so many seconds. */
export type Budget = { burst: number; secondsEach: number };

/**
 * Takes one from what a network may do, in one statement, so that of a hundred at once as many pass as there are left: how many are then left,
 * or null where there were none. What is refused costs nothing more.
 */
export async function spendOfNetwork(key: string, { burst, secondsEach }: Budget): Promise<number | null> {
  const most = burst * secondsEach;
  const [row] = await sql()<{ spent: number }[]>`
    insert into sign_in_networks as n (network, spent_until)
    values (${key}, now() + make_interval(secs => ${secondsEach}))
    on conflict (network) do update
      set spent_until = greatest(n.spent_until, now()) + make_interval(secs => ${secondsEach})
      where greatest(n.spent_until, now()) + make_interval(secs => ${secondsEach}) <= now() + make_interval(secs => ${most})
    returning extract(epoch from spent_until - now())::float as spent`;
  return row ? Math.max(0, burst - Math.ceil(row.spent / secondsEach - 0.01)) : null;
}
