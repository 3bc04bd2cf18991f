import type { Refused } from '@/lib/ai/ask/answer';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';

export type Reservation = { id: string } | { refused: Refused };

export type CallRow = {
  provider: {
    id: string;
    name: string;
    model: string;
    limits: { minute?: number; day?: number };
    /** Null: none that is kept to. */
    hardBudgetMicros: number | null;
  };
  /** Of all providers together; null: none. */
  totalBudgetMicros: number | null;
  job: string;
  promptVersion: number;
  companyId: string | null;
  actor: { type: string; label: string };
  redacted: boolean;
  /** At most; null: the price is unknown. */
  costMicros: number | null;
};

/** At once, of one provider; what never ended does not count for longer than any call may take. */
const MOST_AT_ONCE = 2;
/** All of AI together makes some calls a minute: they may wait for each other here. */
const LOCK = 1_907_342_013;

/**
 * Notes a call before it is made, with what it may cost at most, unless that is more than is left or another limit is reached. One after
 * the other, so that two that begin at once do not both have the last cent.
 */
export async function reserve(call: CallRow): Promise<Reservation> {
  const { provider } = call;
  return sql().begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${LOCK})`;
    const [used] = await tx<{ busy: number; minute: number; day: number; month: number; total: number }[]>`
      select
        count(*) filter (where own and outcome is null and started_at > now() - interval '3 minutes')::int as busy,
        count(*) filter (where own and started_at > now() - interval '1 minute')::int as minute,
        count(*) filter (where own and started_at > now() - interval '1 day')::int as day,
        coalesce(sum(cost_micros) filter (where own and started_at >= month), 0)::float8 as month,
        coalesce(sum(cost_micros) filter (where started_at >= month), 0)::float8 as total
      from (
        select *, provider_id = ${provider.id} as own,
          date_trunc('month', now() at time zone 'utc') at time zone 'utc' as month
        from ai_calls where started_at > now() - interval '32 days') as c`;
    const refused = refusalOf(call, used!);
    if (refused) return { refused };
    const id = newId();
    await tx`
      insert into ai_calls (id, company_id, provider_id, provider, model, job, prompt_version, actor_type, actor_label, redacted, cost_micros)
      values (${id}, ${call.companyId}, ${provider.id}, ${provider.name}, ${provider.model}, ${call.job}, ${call.promptVersion},
        ${call.actor.type}, ${call.actor.label}, ${call.redacted}, ${call.costMicros})`;
    return { id };
  });
}

type Used = { busy: number; minute: number; day: number; month: number; total: number };

function refusalOf({ provider, totalBudgetMicros, costMicros }: CallRow, used: Used): Refused | null {
  const most = costMicros ?? 0;
  if (totalBudgetMicros !== null && used.total + most > totalBudgetMicros) return 'total';
  if (provider.hardBudgetMicros !== null && used.month + most > provider.hardBudgetMicros) return 'budget';
  if (used.minute >= (provider.limits.minute ?? Infinity)) return 'minute';
  if (used.day >= (provider.limits.day ?? Infinity)) return 'day';
  return used.busy >= MOST_AT_ONCE ? 'busy' : null;
}
