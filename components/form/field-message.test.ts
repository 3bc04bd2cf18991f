import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ProviderLimits } from '@/lib/settings/limits-schema';
import { DeliverySettings, GeneralSettings } from '@/lib/settings/schema';
import { domainName, emailAddress, singleLine } from '@/lib/validation';
import { messageKey } from './field-message';

function complaint(schema: z.ZodType, value: unknown): string {
  return schema.safeParse(value).error?.issues[0]?.message ?? 'no complaint';
}

describe('messageKey knows what zod really says', () => {
  it.each([
    ['required', z.string(), undefined],
    ['required', z.string().min(1), ''],
    ['required', z.number(), null],
    ['required', z.array(z.string()).min(1), []],
    ['tooShort', z.string().min(3), 'a'],
    ['tooLong', z.string().max(3), 'abcd'],
    ['tooSmall', z.number().min(3), 1],
    ['tooBig', z.number().max(3), 4],
    ['tooMany', z.array(z.number()).max(1), [1, 2]],
    ['wholeNumber', z.number().int(), 1.5],
    ['number', z.number(), 'x'],
    ['option', z.enum(['a', 'b']), 'c'],
    ['email', emailAddress, 'nobody'],
    ['looksLike', domainName, 'nowhere'],
    ['limitOrder', ProviderLimits, { hour: 9, day: 8 }],
    ['limitOrder', ProviderLimits, { minute: 9, hour: 8 }],
    ['singleLine', singleLine(10), 'a\nb'],
    ['weightsZero', DeliverySettings, { balanced: { cost: 0, reliability: 0, speed: 0 } }],
    ['belowUnhealthy', DeliverySettings, { breaker: { degradedBelowPercent: 10 } }],
    ['positive', DeliverySettings, { retries: { faultMinutes: [0] } }],
    ['twice', DeliverySettings, { retries: { repeatUncertain: ['marketing', 'marketing'] } }],
    ['timeZone', GeneralSettings, { timeZone: 'Atlantis' }],
    ['option', GeneralSettings, { currency: 'usd' }],
  ])('%s', (key, schema, value) => {
    expect(messageKey(complaint(schema, value))?.key).toBe(key);
  });

  // What the verbs say; the tests of the API hold them to these words.
  it.each([
    ['budgetTooSmall', 'does not pay for a single message once the monthly fee is paid'],
    ['givenAgain', 'must be given again, as the target changes'],
    ['otherKeys', 'were given for the former target: remove Spare first'],
    ['fallbackCircle', 'Ring C already falls back to this provider, by itself or by way of others.'],
  ])('%s', (key, message) => {
    expect(messageKey(message)?.key).toBe(key);
  });

  it('carries the limits along', () => {
    expect(messageKey(complaint(z.string().max(80), 'x'.repeat(81)))?.values).toEqual({ max: '80' });
  });

  it('leaves an unknown message alone', () => {
    expect(messageKey('The moon is wrong')).toBeNull();
  });
});
