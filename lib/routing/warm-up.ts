export const WARM_UP_PLANS = ['slow', 'usual'] as const;
export type WarmUpPlan = (typeof WARM_UP_PLANS)[number];

/** Recipients a day, from the first day on; after the last one nothing limits any more. `checked`: null where it is known at second hand. */
type Plan = { days: readonly number[]; source: { url: string; checked: string | null } };

export const PLANS: Record<WarmUpPlan, Plan> = {
  // For a domain that nobody knows and few mails: tens in the first week, 1,000 in the third; then a fifth more each day.
  slow: {
    days: [
      10, 15, 20, 50, 65, 80, 100, 200, 250, 300, 350, 400, 450, 500, 500, 600, 700, 800, 900, 950, 1_000,
      1_200, 1_440, 1_730, 2_070, 2_490, 2_990, 3_580, 4_300, 5_160, 6_190, 7_430, 8_920, 10_700, 12_840,
      15_410, 18_490, 22_190, 26_620, 31_950, 38_340, 46_010, 55_210, 66_250, 79_500,
    ],
    source: { url: 'https://docs.agentmail.to', checked: null },
  },
  usual: {
    days: [
      50, 100, 250, 500, 1_000, 2_500, 5_000, 7_500, 10_000, 15_000, 20_000, 30_000, 40_000, 55_000, 70_000,
      100_000,
    ],
    source: {
      url: 'https://support.sitevibes.com/support/solutions/articles/47001271345-understanding-our-ip-warming-process',
      checked: '2026-11-29',
    },
  },
};

/** Of the day of a plan, counted from 0; null: the plan is over. */
export function allowanceOn(plan: WarmUpPlan, day: number): number | null {
  return PLANS[plan].days[day] ?? null;
}

export type DayOfWarmUp = {
  day: number;
  sent: number;
  bounced: number;
  deferred: number;
  complained: number;
};
export type DayVerdict = {
  /** The day of the plan that comes next. */
  day: number;
  move: 'on' | 'hold' | 'back' | 'finish';
  reason: 'good' | 'too_few' | 'bounces' | 'deferrals' | 'complaints';
};

/**
 * From which share on the plan stays where it is, and from which it goes a day back; one or two are chance. SendGrid's partners stop at 3 %
 * bounces; Gmail wants less than 0.1 % complaints and helps nobody from 0.3 % on: https://support.google.com/a/answer/81126
 */
const BOUNDS = {
  complaints: { hold: 0.001, back: 0.003, atLeast: 2 },
  bounces: { hold: 0.03, back: 0.06, atLeast: 3 },
  deferrals: { hold: 0.1, back: 0.25, atLeast: 10 },
} as const;
/** Who sent less than this of what was allowed has shown nobody anything. */
const ENOUGH = 0.5;

/** How the plan goes on after a day. */
export function judgeDay(plan: WarmUpPlan, { day, ...told }: DayOfWarmUp): DayVerdict {
  const asked = told.sent + told.bounced + told.deferred;
  const counts = { complaints: told.complained, bounces: told.bounced, deferrals: told.deferred };
  for (const reason of ['complaints', 'bounces', 'deferrals'] as const) {
    const { hold, back, atLeast } = BOUNDS[reason];
    const share = asked === 0 ? 0 : counts[reason] / asked;
    if (counts[reason] < atLeast || share < hold) continue;
    return share >= back
      ? { day: Math.max(0, day - 1), move: 'back', reason }
      : { day, move: 'hold', reason };
  }
  if (told.sent < (allowanceOn(plan, day) ?? 0) * ENOUGH) return { day, move: 'hold', reason: 'too_few' };
  const isOver = allowanceOn(plan, day + 1) === null;
  return { day: day + 1, move: isOver ? 'finish' : 'on', reason: 'good' };
}

/** A provider that is being warmed up, for a sender's domain or for all that it sends. */
export type WarmUpStanding = {
  id: string;
  providerId: string;
  domain: string | null;
  day: number;
  allowance: number;
  /** Nothing is left of today. */
  isUsed: boolean;
  /** When the next day begins. */
  until: Date;
};

/** Which of them a message falls under at a provider: its domain's own before the one of all. */
export function warmUpOf(
  standings: readonly WarmUpStanding[] | undefined,
  { senderNames }: { senderNames: string[] },
): (provider: { id: string; senderDomain?: string | null }) => WarmUpStanding | undefined {
  if (!standings || standings.length === 0) return () => undefined;
  return ({ id, senderDomain }) => {
    const names = senderNames.length > 0 ? senderNames : senderDomain ? [senderDomain] : [];
    const own = standings.filter(({ providerId }) => providerId === id);
    return (
      own.find(({ domain }) => domain !== null && names.includes(domain)) ??
      own.find(({ domain }) => domain === null)
    );
  };
}
