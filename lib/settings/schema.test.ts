import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, Settings, SettingsPatch } from './schema';

const issuesOf = (delivery: object) =>
  Settings.safeParse({ delivery }).error?.issues.map(({ path, message }) => [
    path.slice(1).join('.'),
    message,
  ]);

describe('settings are refused', () => {
  it.each<[string, object, string]>([
    ['weights that are all zero', { balanced: { cost: 0, reliability: 0, speed: 0 } }, 'balanced.cost'],
    ['a negative weight', { balanced: { cost: -1 } }, 'balanced.cost'],
    ['half a per cent', { limits: { bufferPercent: 89.5 } }, 'limits.bufferPercent'],
    ['a buffer of nothing', { limits: { bufferPercent: 0 } }, 'limits.bufferPercent'],
    ['a buffer above all', { limits: { bufferPercent: 101 } }, 'limits.bufferPercent'],
    ['degraded below unhealthy', { breaker: { degradedBelowPercent: 49 } }, 'breaker.degradedBelowPercent'],
    ['a breaker that never closes', { breaker: { openSeconds: 86_401 } }, 'breaker.openSeconds'],
    ['a breaker that opens by itself', { breaker: { failures: 0 } }, 'breaker.failures'],
    ['a retry before the failure', { retries: { faultMinutes: [5, -1] } }, 'retries.faultMinutes.1'],
    ['a retry at once', { retries: { deferralMinutes: [0] } }, 'retries.deferralMinutes.0'],
    ['too many retries', { retries: { faultMinutes: Array(21).fill(1) } }, 'retries.faultMinutes'],
    [
      'a category named twice',
      { retries: { repeatUncertain: ['marketing', 'marketing'] } },
      'retries.repeatUncertain',
    ],
    ['an unknown strategy', { strategies: { marketing: 'luck' } }, 'strategies.marketing'],
    ['an unknown priority', { queue: { pausedPriorities: ['lowest'] } }, 'queue.pausedPriorities.0'],
    ['no worker at all', { worker: { concurrency: 0 } }, 'worker.concurrency'],
    ['nothing kept', { retention: { days: 0 } }, 'retention.days'],
    ['everything kept', { retention: { days: 3651 } }, 'retention.days'],
    ['an unknown field', { breaker: { mood: 1 } }, 'breaker'],
    ['an unknown section', { weather: {} }, ''],
  ])('%s', (_, delivery, path) => {
    expect(issuesOf(delivery)?.map(([where]) => where)).toEqual([path]);
  });

  it.each(['Atlantis/Centre', '+03:00', ''])('the time zone %j', (timeZone) => {
    expect(Settings.safeParse({ general: { timeZone } }).success).toBe(false);
  });

  it.each(['usd', 'EURO', 'XQZ'])('the currency %j', (currency) => {
    expect(Settings.safeParse({ general: { currency } }).success).toBe(false);
  });
});

describe('a patch', () => {
  it('fills nothing in', () => {
    const patch = { delivery: { breaker: { failures: 3 } }, general: {} };
    expect(SettingsPatch.parse(patch)).toEqual(patch);
  });

  it('may be the whole document', () => {
    expect(SettingsPatch.parse(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
  });

  it.each([{ deliver: {} }, { delivery: { breakers: {} } }, { general: { colour: 'red' } }])(
    'with an unknown name is refused: %j',
    (patch) => {
      expect(SettingsPatch.safeParse(patch).error?.issues[0]?.code).toBe('unrecognized_keys');
    },
  );
});
