import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { forgetSettings } from '@/lib/settings/current';
import { updateSettings } from '@/lib/settings/update';
import { useTestDatabase } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { createToken } from './create';
import { rotateToken } from './rotate';
import { RotateInput, TokenInput } from './schema';

useTestDatabase();

beforeEach(async () => {
  await sql()`delete from settings`;
  forgetSettings();
});

const DAY_MS = 86_400_000;
const make = (end: object = {}) =>
  createToken(testContext, TokenInput.parse({ name: 'shop', scopes: ['messages:send'], ...end }));
/** From now, in the unit, rounded. */
const ahead = (at: string | null, unitMs: number) => at && Math.round((Date.parse(at) - Date.now()) / unitMs);

describe('where nothing is said of a token', () => {
  it('it has no end, and a rotated secret a day', async () => {
    const { id, expiresAt } = await make();
    expect(expiresAt).toBeNull();
    const { previousValidUntil } = await rotateToken(testContext, { ...RotateInput.parse({}), id });
    expect(ahead(previousValidUntil, DAY_MS)).toBe(1);
  });

  it('the settings say both', async () => {
    await updateSettings(testContext, { security: { tokenDays: 90, tokenGraceHours: 48 } });
    const { id, expiresAt } = await make();
    expect(ahead(expiresAt, DAY_MS)).toBe(90);
    const { previousValidUntil } = await rotateToken(testContext, { ...RotateInput.parse({}), id });
    expect(ahead(previousValidUntil, DAY_MS)).toBe(2);
    expect((await make({ rotation: { everyDays: 30 } })).rotation).toEqual({ everyDays: 30, graceHours: 48 });
    expect((await make({ rotation: { everyDays: 30, graceHours: 0 } })).rotation?.graceHours).toBe(0);
  });
});

describe('what is said of a token', () => {
  it('comes before the settings, also that it never ends', async () => {
    await updateSettings(testContext, { security: { tokenDays: 90, tokenGraceHours: 48 } });
    expect((await make({ expiresAt: null })).expiresAt).toBeNull();
    const { id, expiresAt } = await make({ expiresInDays: 7 });
    expect(ahead(expiresAt, DAY_MS)).toBe(7);
    const { previousValidUntil } = await rotateToken(testContext, {
      ...RotateInput.parse({ graceHours: 0 }),
      id,
    });
    expect(Date.parse(previousValidUntil)).toBeLessThanOrEqual(Date.now());
  });
});
