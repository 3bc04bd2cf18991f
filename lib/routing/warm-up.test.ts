import { describe, expect, it } from 'vitest';
import { message, policy, provider } from '@/lib/testing/routing';
import { rankProviders } from './rank';
import type { RoutingMessage } from './types';
import { allowanceOn, judgeDay, PLANS, type WarmUpStanding } from './warm-up';

const DAY_MS = 86_400_000;
const until = new Date('2026-11-22T00:00:00Z');
const standing: WarmUpStanding = {
  id: 'w',
  providerId: 'own',
  domain: null,
  day: 3,
  allowance: 50,
  isUsed: false,
  until,
};
const providers = [provider('Own', { priority: 10 }), provider('Paid', { priority: 90 })];
const ranked = (change: Partial<WarmUpStanding> = {}, facts: Partial<RoutingMessage> = {}) =>
  rankProviders(providers, message(facts), { ...policy(), warmUps: [{ ...standing, ...change }] }).map(
    ({ provider: name, rank, reason }) => `${rank ?? '-'} ${name} ${reason}`,
  );

describe('in the order', () => {
  it('comes first while something is left of the day, and is passed over then', () => {
    expect(ranked()).toEqual(['1 Own warm_up', '2 Paid next']);
    expect(ranked({ isUsed: true })).toEqual(['1 Paid chosen', '- Own warm_up_used']);
  });

  it('is of the domain that it was made for', () => {
    const from = { senderNames: ['ana@clinic.example', 'clinic.example'], hasSender: true };
    expect(ranked({ domain: 'clinic.example', isUsed: true }, from)[1]).toBe('- Own warm_up_used');
    expect(ranked({ domain: 'other.example', isUsed: true }, from)).toEqual(['1 Paid chosen', '2 Own next']);
  });

  it('leaves urgent messages to the priority, and to one of which nothing is left behind all others', () => {
    expect(ranked({}, { priority: 0 })).toEqual(['1 Paid chosen', '2 Own next']);
    expect(ranked({ isUsed: true }, { priority: 0 })[1]).toBe('2 Own warm_up_used');
  });

  it('says until when', () => {
    const warmUps = [{ ...standing, isUsed: true }];
    expect(rankProviders(providers, message(), { ...policy(), warmUps })[1]).toMatchObject({
      until: until.toISOString(),
    });
  });
});

describe('a day', () => {
  const day = (facts: object) =>
    judgeDay('slow', { day: 8, sent: 250, bounced: 0, deferred: 0, complained: 0, ...facts });

  it.each([
    [{}, 'on', 9, 'good'],
    [{ sent: 100 }, 'hold', 8, 'too_few'],
    [{ sent: 0 }, 'hold', 8, 'too_few'],
    [{ bounced: 9 }, 'hold', 8, 'bounces'],
    [{ bounced: 20 }, 'back', 7, 'bounces'],
    [{ deferred: 40 }, 'hold', 8, 'deferrals'],
    [{ deferred: 100 }, 'back', 7, 'deferrals'],
    [{ complained: 2 }, 'back', 7, 'complaints'],
    // One is chance, at such numbers.
    [{ complained: 1 }, 'on', 9, 'good'],
    [{ day: 0, sent: 10, bounced: 5 }, 'back', 0, 'bounces'],
    [{ day: 44, sent: 79_500 }, 'finish', 45, 'good'],
  ])('with %j goes %s, to %i, for %s', (facts, move, next, reason) => {
    expect(day(facts)).toEqual({ move, day: next, reason });
  });
});

describe('45 days', () => {
  type Told = (day: number, sent: number) => { bounced: number; complained?: number };

  /** As a system would send that has more than enough, told by a clock of its own. */
  function simulate(plan: 'slow' | 'usual', wanted: number, told: Told) {
    const days: { at: number; day: number; allowance: number; sent: number }[] = [];
    let [day, at] = [0, Date.parse('2026-01-01T00:00:00Z')];
    for (let passed = 0; passed < 45; passed++, at += DAY_MS) {
      const allowance = allowanceOn(plan, day);
      if (allowance === null) break;
      const sent = Math.min(wanted, allowance);
      days.push({ at, day, allowance, sent });
      const { bounced, complained = 0 } = told(passed, sent);
      day = judgeDay(plan, { day, sent: sent - bounced, bounced, deferred: 0, complained }).day;
    }
    return { days, day };
  }

  it('of good mail follow the plan to its end', () => {
    const { days, day } = simulate('slow', 1_000_000, () => ({ bounced: 0 }));
    expect(days.map(({ sent }) => sent)).toEqual(PLANS.slow.days);
    expect(day).toBe(45);
    expect(simulate('usual', 1_000_000, () => ({ bounced: 0 })).days).toHaveLength(16);
  });

  it('of a bad list never get far', () => {
    const { days } = simulate('usual', 1_000_000, (_day, sent) => ({ bounced: Math.ceil(sent * 0.1) }));
    expect(Math.max(...days.map(({ allowance }) => allowance))).toBe(50);
  });

  it('with a bad week go back during it, and on after it', () => {
    const { days } = simulate('slow', 1_000_000, (passed, sent) => ({
      bounced: passed >= 10 && passed < 17 ? Math.ceil(sent * 0.08) : 0,
    }));
    expect(days[10]!.day).toBe(10);
    expect(days[17]!.day).toBe(3);
    expect(days[44]!.day).toBe(30);
  });

  it('of a small company stay at what it sends, which limits it in nothing', () => {
    const { days } = simulate('slow', 30, () => ({ bounced: 0 }));
    expect(days.at(-1)!.allowance).toBeGreaterThan(30);
    expect(days.at(-1)!.sent).toBe(30);
  });
});

it('grows without leaps: never more than threefold from one day to the next', () => {
  for (const { days } of Object.values(PLANS))
    for (const [at, allowance] of days.entries())
      if (at > 0) expect(allowance / days[at - 1]!).toBeLessThanOrEqual(3);
});
