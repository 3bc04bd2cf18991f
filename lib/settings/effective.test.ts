import { describe, expect, it } from 'vitest';
import { effectiveFor } from './effective';
import { ProviderOverrides } from './overrides-schema';
import { DEFAULT_SETTINGS, Settings } from './schema';

const { delivery } = DEFAULT_SETTINGS;
const { breaker, retries, pace } = delivery;

describe('effectiveFor', () => {
  it('a provider without values of its own is what the settings say', () => {
    expect(effectiveFor(delivery, {})).toEqual({ breaker, retries, pace });
    expect(effectiveFor(delivery, { breaker: {}, retries: {}, pace: {} })).toEqual({
      breaker,
      retries,
      pace,
    });
  });

  it('its own values hold, one by one, and the rest is inherited', () => {
    const overrides = {
      breaker: { failures: 2 },
      retries: { faultMinutes: [1, 2], immediateTries: 1 },
      pace: { failOverAfterSeconds: 5, connections: 3 },
    };
    expect(effectiveFor(delivery, overrides)).toEqual({
      breaker: { ...breaker, failures: 2 },
      retries: { ...retries, faultMinutes: [1, 2], immediateTries: 1 },
      pace: { failOverAfterSeconds: 5, connections: 3 },
    });
  });

  it('an empty plan is a plan, an absent value is none', () => {
    const effective = effectiveFor(delivery, {
      retries: { faultMinutes: [], deferralMinutes: undefined },
      breaker: { openSeconds: undefined },
    });
    expect(effective.retries.faultMinutes).toEqual([]);
    expect(effective.retries.deferralMinutes).toEqual(retries.deferralMinutes);
    expect(effective.breaker.openSeconds).toBe(breaker.openSeconds);
  });
});

describe('the bounds', () => {
  const paths = [
    ['breaker', 'failures', 1, 1_000],
    ['breaker', 'openSeconds', 1, 86_400],
    ['retries', 'immediateTries', 1, 3],
    ['retries', 'immediateDelaySeconds', 1, 30],
    ['pace', 'failOverAfterSeconds', 1, 86_400],
  ] as const;
  it.each(paths)('of %s.%s are the same for all and for one', (section, field, min, max) => {
    for (const [value, fits] of [
      [min - 1, false],
      [min, true],
      [max, true],
      [max + 1, false],
    ] as const) {
      const document = { [section]: { [field]: value } };
      expect(ProviderOverrides.safeParse(document).success).toBe(fits);
      expect(Settings.safeParse({ delivery: document }).success).toBe(fits);
    }
  });
});
