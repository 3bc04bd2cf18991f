import { sql } from '@/lib/database/db';
import { AppError } from '@/lib/errors';

type Limits = { minute: number | null; day: number | null };
/** Of the limit that is nearest to its end; seconds until it is whole again. */
export type Allowance = { limit: number; remaining: number; resetSeconds: number };
type Window = { span: keyof Limits; used: number; resetSeconds: number };

const LENGTH = { minute: 60, day: 86_400 };

/**
 * Counts requests against the limits of a token, for all processes together; what a limit refuses does not count against it. Undefined: it has no limit.
 * @throws AppError rate_limited
 */
export async function spend(
  tokenId: string,
  limits: Limits,
  requests: number,
): Promise<Allowance | undefined> {
  const spans = (['minute', 'day'] as const).filter((span) => limits[span] !== null);
  if (spans.length === 0) return undefined;
  const max = spans.map((span) => limits[span]!);
  // A day of UTC, whatever the time zone of the session.
  const windows = await sql()<Window[]>`
    insert into token_windows as w (token_id, span, starts_at, used)
    select ${tokenId}, span, date_trunc(span, now(), 'UTC'), ${requests}
    from unnest(${spans as string[]}::text[], ${max}::int[]) as given (span, most) where ${requests} <= most
    on conflict (token_id, span) do update set starts_at = excluded.starts_at,
      used = case when w.starts_at = excluded.starts_at then w.used else 0 end + excluded.used
    where case when w.starts_at = excluded.starts_at then w.used else 0 end + excluded.used
      <= case w.span when 'minute' then ${limits.minute}::int else ${limits.day}::int end
    returning span, used, extract(epoch from starts_at + ('1 ' || span)::interval - now())::int as "resetSeconds"`;
  const full = spans.find((span) => !windows.some((window) => window.span === span));
  if (full) throw refused(full, limits[full]!);
  const [nearest] = windows
    .map(({ span, used, resetSeconds }) => ({
      limit: limits[span]!,
      remaining: limits[span]! - used,
      resetSeconds: Math.max(1, resetSeconds),
    }))
    .toSorted((a, b) => a.remaining / a.limit - b.remaining / b.limit);
  return nearest;
}

function refused(span: keyof Limits, limit: number): AppError {
  const resetSeconds = LENGTH[span] - (Math.floor(Date.now() / 1000) % LENGTH[span]);
  return new AppError('rate_limited', `This token may make ${limit} requests a ${span}.`, {
    retryAfterSeconds: resetSeconds,
    allowance: { limit, remaining: 0, resetSeconds },
  });
}
