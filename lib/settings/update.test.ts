import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { currentSettings, forgetSettings } from './current';
import { getSettings } from './get';
import { DEFAULT_SETTINGS, SettingsPatch } from './schema';
import { updateSettings } from './update';

useTestDatabase();

const update = (patch: object) => updateSettings(testContext, SettingsPatch.parse(patch));
const stored = async (key: string) => (await sql()`select value from settings where key = ${key}`)[0]?.value;
const store = (key: string, value: object) =>
  sql()`insert into settings (key, value) values (${key}, ${sql().json(value as never)})
        on conflict (key) do update set value = excluded.value`;

beforeEach(async () => {
  await sql()`delete from settings`;
  forgetSettings();
});

describe('settings that nobody changed', () => {
  it('are the documented defaults', async () => {
    expect(await getSettings(testContext)).toEqual({ ...DEFAULT_SETTINGS, version: 0 });
    expect(DEFAULT_SETTINGS).toMatchObject({
      general: { timeZone: 'UTC', currency: 'USD' },
      delivery: {
        strategies: { transactional: 'priority', marketing: 'cost' },
        balanced: { cost: 30, reliability: 50, speed: 20 },
        breaker: { failures: 5, openSeconds: 300, windowMinutes: 15, minSample: 20 },
        retries: { faultMinutes: [5, 15, 30], deferralMinutes: [60, 120, 240, 480, 960] },
        retention: { days: 30 },
      },
    });
  });
});

describe('a change', () => {
  it('leaves everything else, and stores only what differs from the defaults', async () => {
    await update({ delivery: { breaker: { failures: 3 }, retries: { faultMinutes: [1] } } });
    const after = await update({
      delivery: { breaker: { openSeconds: 10 } },
      general: { timeZone: 'America/Asuncion' },
    });
    expect(after.delivery.breaker).toEqual({
      ...DEFAULT_SETTINGS.delivery.breaker,
      failures: 3,
      openSeconds: 10,
    });
    expect(await stored('delivery')).toEqual({
      breaker: { failures: 3, openSeconds: 10 },
      retries: { faultMinutes: [1] },
    });
    expect(await stored('general')).toEqual({ timeZone: 'America/Asuncion' });
    expect(await getSettings(testContext)).toEqual(after);
  });

  it('back to the default leaves no trace in the document', async () => {
    await update({ delivery: { retention: { days: 7 } } });
    await update({ delivery: { retention: { days: 30 } } });
    expect(await stored('delivery')).toEqual({});
  });

  it('is in the audit log with before and after', async () => {
    await update({ delivery: { limits: { bufferPercent: 75 } } });
    const [row] = await sql()`select action, before, after from audit_log order by id desc limit 1`;
    expect(row?.action).toBe('settings.update');
    expect(row?.before.delivery.limits).toEqual({ bufferPercent: 90 });
    expect(row?.after.delivery.limits).toEqual({ bufferPercent: 75 });
  });

  it('is felt at once in the process that made it', async () => {
    await currentSettings();
    await update({ delivery: { queue: { pausedPriorities: ['low'] } } });
    expect((await currentSettings()).delivery.queue.pausedPriorities).toEqual(['low']);
  });

  it('of two people at once loses neither', async () => {
    await Promise.all([
      update({ delivery: { breaker: { failures: 9 } } }),
      update({ delivery: { breaker: { minSample: 7 } } }),
      update({ delivery: { retention: { days: 9 } } }),
    ]);
    expect(await stored('delivery')).toEqual({
      breaker: { failures: 9, minSample: 7 },
      retention: { days: 9 },
    });
  });

  it('that contradicts what is stored is refused, and nothing changes', async () => {
    await update({ delivery: { breaker: { unhealthyBelowPercent: 70 } } });
    await expect(update({ delivery: { breaker: { degradedBelowPercent: 60 } } })).rejects.toMatchObject({
      issues: [{ path: ['delivery', 'breaker', 'degradedBelowPercent'] }],
    });
    expect(await stored('delivery')).toEqual({ breaker: { unhealthyBelowPercent: 70 } });
  });
});

describe('a stored document of another version', () => {
  it('takes defaults for what is missing and ignores what is unknown', async () => {
    await store('delivery', { breaker: { failures: 2, gravity: 9.81 }, teleport: { enabled: true } });
    const { delivery } = await currentSettings();
    expect(delivery).toEqual({
      ...DEFAULT_SETTINGS.delivery,
      breaker: { ...DEFAULT_SETTINGS.delivery.breaker, failures: 2 },
    });
  });

  it.each([
    ['a wrong type', { breaker: { failures: 'many' }, retention: { days: 5 } }],
    ['a contradiction', { breaker: { unhealthyBelowPercent: 99 }, retention: { days: 5 } }],
    ['no object', { breaker: 7, retention: { days: 5 } }],
  ])('falls back by section only: %s', async (_, document) => {
    await store('delivery', document);
    expect((await currentSettings()).delivery).toEqual({
      ...DEFAULT_SETTINGS.delivery,
      retention: { days: 5 },
    });
  });

  it('that is no object at all counts as none', async () => {
    await store('delivery', []);
    expect(await getSettings(testContext)).toEqual({ ...DEFAULT_SETTINGS, version: 1 });
  });
});
