import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import type { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
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
    [
      'a wrong type',
      { breaker: { failures: 'many' }, retention: { ...DEFAULT_SETTINGS.delivery.retention, days: 5 } },
    ],
    ['a contradiction', { breaker: { unhealthyBelowPercent: 99 }, retention: { days: 5 } }],
    ['no object', { breaker: 7, retention: { days: 5 } }],
  ])('falls back by section only: %s', async (_, document) => {
    await store('delivery', document);
    expect((await currentSettings()).delivery).toEqual({
      ...DEFAULT_SETTINGS.delivery,
      retention: { ...DEFAULT_SETTINGS.delivery.retention, days: 5 },
    });
  });

  it('that is no object at all counts as none', async () => {
    await store('delivery', []);
    expect(await getSettings(testContext)).toEqual({ ...DEFAULT_SETTINGS, version: 1 });
  });
});

describe('a rule for addresses', () => {
  const at = (ip: string | null, actor: object = person) =>
    ({ ...testContext, ip, actor }) as typeof testContext;
  const person = {
    type: 'user',
    id: newId(),
    label: 'ana',
    role: 'administrator',
    sessionId: newId(),
    confirmed: true,
  };
  const token = { type: 'token', id: newId(), label: 'shop', scopes: ['security:write'] };
  const refused = (ctx: typeof testContext, security: object) =>
    updateSettings(ctx, SettingsPatch.parse({ security })).then(
      () => null,
      (error: AppError) => error.errors?.map(({ path, code }) => [path, code]),
    );

  it('does not lock out the person who saves it', async () => {
    const office = at('203.0.113.9');
    expect(await refused(office, { panelAllow: ['198.51.100.0/24'] })).toEqual([
      ['security.panelAllow', 'locks_out'],
    ]);
    expect(await refused(office, { panelDeny: ['203.0.113.0/24'] })).toEqual([
      ['security.panelDeny', 'locks_out'],
    ]);
    expect(await refused(at('::ffff:203.0.113.9'), { panelDeny: ['203.0.113.9'] })).toEqual([
      ['security.panelDeny', 'locks_out'],
    ]);
    expect(await refused(at(null), { panelAllow: ['203.0.113.0/24'] })).toEqual([
      ['security.panelAllow', 'locks_out'],
    ]);
    expect(await stored('security')).toBeUndefined();
    expect(await refused(office, { panelAllow: ['203.0.113.0/24'], panelDeny: ['203.0.113.8'] })).toBeNull();
    // What is not of a rule may be saved from wherever one came in.
    expect(await updateSettings(at('198.51.100.7'), { general: { currency: 'PYG' } })).toMatchObject({
      security: { panelAllow: ['203.0.113.0/24'], panelDeny: ['203.0.113.8/32'] },
    });
  });

  it('of the API may keep out the person, who uses the panel, but not the token that saves it', async () => {
    expect(await refused(at('203.0.113.9'), { apiDeny: ['203.0.113.9'] })).toBeNull();
    expect(await refused(at('198.51.100.7', token), { apiDeny: ['198.51.100.7'] })).toEqual([
      ['security.apiDeny', 'locks_out'],
    ]);
    expect(await refused(at('198.51.100.7', token), { panelDeny: ['198.51.100.7'] })).toBeNull();
  });

  it('by a command is taken as it is', async () => {
    const command = { ...testContext, actor: { type: 'command' as const, id: null, label: 'x' }, ip: null };
    expect(await refused(command, { panelDeny: ['0.0.0.0/0'] })).toBeNull();
  });

  it('that does not fit takes none of the others away', async () => {
    await store('security', { panelDeny: ['203.0.113.9/32'], panelAllow: 'nonsense', unknown: 1 });
    expect((await getSettings(testContext)).security).toEqual({
      ...DEFAULT_SETTINGS.security,
      panelDeny: ['203.0.113.9/32'],
    });
  });
});

describe('the settings for security', () => {
  const user = (role: string) => ({
    type: 'user',
    id: newId(),
    label: 'ben',
    role,
    sessionId: newId(),
    confirmed: true,
  });
  const token = (...scopes: string[]) => ({ type: 'token', id: newId(), label: 'shop', scopes });
  const save = (actor: object, patch: object) =>
    updateSettings({ ...testContext, actor } as typeof testContext, SettingsPatch.parse(patch)).then(
      () => 'saved',
      ({ code }: AppError) => code,
    );

  it.each([
    ['a technician', user('technician'), 'forbidden'],
    ['an administrator', user('administrator'), 'saved'],
    ['a token for settings', token('settings:write'), 'forbidden'],
    ['a token for security', token('settings:write', 'security:write'), 'saved'],
  ])('changed by %s: %s', async (_, actor, expected) => {
    expect(await save(actor, { security: { auditDays: 31 } })).toBe(expected);
    // What does not change, as the JSON of the panel has it, does not count, nor do other settings.
    const { security } = await getSettings(testContext);
    expect(await save(actor, { security, general: { currency: 'PYG' } })).toBe('saved');
  });
});
