import { z } from 'zod';
import { WARM_UP_PLANS } from '@/lib/routing/warm-up';
import type { WarmUpDay, WarmUpView } from '@/lib/warm-up/schema';
import { answerOf, named } from '../named';
import { Count, Day, Id, listOf, Reference, Time } from './parts';

const WarmUpDayAnswer = answerOf<WarmUpDay>()(
  'WarmUpDay',
  z.strictObject({
    date: Day,
    day: Count.describe('Of the plan, from 0.'),
    allowance: Count,
    sent: Count,
    bounced: Count,
    deferred: Count,
    complained: Count,
    move: z.string().describe('`on`, `hold`, `back` or `finish`.'),
    reason: z.string().describe('`good`, `too_few`, `bounces`, `deferrals` or `complaints`.'),
  }),
);

export const WarmUpAnswer = answerOf<WarmUpView>()(
  'WarmUp',
  z.strictObject({
    id: Id,
    provider: Reference,
    domain: z.string().nullable(),
    plan: z.enum(WARM_UP_PLANS),
    state: z.enum(['running', 'finished']),
    day: Count.describe('Of the plan, from 1.'),
    days: Count,
    allowance: Count.describe('Recipients today.'),
    used: Count,
    planned: z.array(Count).describe('All days of the plan.'),
    source: z
      .strictObject({ url: z.string(), checked: z.string().nullable() })
      .describe('Where the plan is from.'),
    history: z.array(WarmUpDayAnswer),
    createdAt: Time,
  }),
);
export const WarmUpsAnswer = named('WarmUpList', listOf(WarmUpAnswer));
