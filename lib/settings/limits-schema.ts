import { z } from 'zod';
import { flaw } from '@/lib/flaws';

const LARGER = ['minute', 'hour', 'day', 'month'] as const;
const UNITS = ['second', ...LARGER] as const;

/** 0 would keep a provider from ever sending: that is what pausing is for. */
const limit = z.number().int().min(1).max(1_000_000_000).optional();

const counted = { minute: limit, hour: limit, day: limit, month: limit };

/** Messages per second (the pace), minute, hour, day and month; absent: no limit. */
export const ProviderLimits = z.strictObject({ second: limit, ...counted }).superRefine(refuseContradictions);
export type ProviderLimits = z.infer<typeof ProviderLimits>;

/** Of a company, over all its providers; a pace is a provider's own. */
export const CompanyLimits = z.strictObject(counted).superRefine(refuseContradictions);
export type CompanyLimits = z.infer<typeof CompanyLimits>;

function refuseContradictions(limits: Limits, ctx: z.RefinementCtx): void {
  for (const { unit, larger } of contradictions(limits))
    ctx.addIssue({
      code: 'custom',
      path: [unit],
      ...flaw(`over_${larger}_limit`, { limit: limits[larger]! }),
    });
}

type Limits = { [unit in (typeof UNITS)[number]]?: number | undefined };

/** 100 a minute beside 50 a day: the first can never be reached, so one of the two is a slip. */
function contradictions(limits: Limits) {
  return UNITS.flatMap((unit, index) => {
    const larger = LARGER.slice(index).find((each) => (limits[unit] ?? 0) > (limits[each] ?? Infinity));
    return larger ? [{ unit, larger }] : [];
  });
}
