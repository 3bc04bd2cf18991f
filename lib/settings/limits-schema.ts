import { z } from 'zod';

const UNITS = ['second', 'minute', 'hour', 'day', 'month'] as const;

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
  for (const { unit, allows } of contradictions(limits))
    ctx.addIssue({ code: 'custom', path: [unit], message: `is more than the limit of ${allows} allows` });
}

type Limits = { [unit in (typeof UNITS)[number]]?: number | undefined };

/** 100 a minute beside 50 a day: the first can never be reached, so one of the two is a slip. */
function contradictions(limits: Limits) {
  return UNITS.flatMap((unit, index) => {
    const larger = UNITS.slice(index + 1).find((each) => (limits[unit] ?? 0) > (limits[each] ?? Infinity));
    return larger ? [{ unit, allows: `${limits[larger]} ${larger === 'hour' ? 'an' : 'a'} ${larger}` }] : [];
  });
}
