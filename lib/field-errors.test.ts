import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldErrorsOf } from './field-errors';
import { flaw } from './flaws';
import { ProviderLimits } from './settings/limits-schema';
import { DeliverySettings, GeneralSettings } from './settings/schema';
import { domainName, emailAddress, matching, singleLine } from './validation';

function errorsOf(schema: z.ZodType, value: unknown) {
  return fieldErrorsOf(schema.safeParse(value, { reportInput: true }).error!);
}

describe('what zod finds, by our codes', () => {
  it.each<[string, z.ZodType, unknown, object?]>([
    ['required', z.string(), undefined],
    ['required', z.string().min(1), ''],
    ['required', z.number(), null],
    ['required', z.array(z.string()).min(1), []],
    ['required', z.enum(['a', 'b']), undefined],
    ['too_short', z.string().min(3), 'a', { min: '3' }],
    ['too_long', z.string().max(3), 'abcd', { max: '3' }],
    ['too_low', z.number().min(3), 1, { min: '3' }],
    ['too_high', z.number().max(3), 4, { max: '3' }],
    ['not_above', z.number().positive(), 0, { min: '0' }],
    ['not_below', z.number().lt(3), 3, { max: '3' }],
    ['too_few', z.array(z.number()).min(2), [1], { min: '2' }],
    ['too_many', z.array(z.number()).max(1), [1, 2], { max: '1' }],
    ['whole_number', z.number().int(), 1.5],
    ['number', z.number(), 'x'],
    ['text', z.string(), 7],
    ['wrong_type', z.boolean(), 'x', { expected: 'boolean' }],
    ['option', z.enum(['a', 'b']), 'c', { options: 'a, b' }],
    ['unknown_field', z.strictObject({}), { x: 1 }],
    ['id', z.uuid(), 'x'],
    ['url', z.url(), 'x'],
    ['time', z.iso.datetime(), 'x'],
    ['date', z.iso.date(), 'x'],
    ['email', emailAddress, 'nobody'],
    ['looks_like', domainName, 'nowhere', { example: 'example.com' }],
    ['color', matching(/^#$/, flaw('color')), 'x'],
    ['over_day_limit', ProviderLimits, { hour: 9, day: 8 }, { limit: '8' }],
    ['over_hour_limit', ProviderLimits, { minute: 9, hour: 8 }, { limit: '8' }],
    ['single_line', singleLine(10), 'a\nb'],
    ['weights_zero', DeliverySettings, { balanced: { cost: 0, reliability: 0, speed: 0 } }],
    ['below_unhealthy', DeliverySettings, { breaker: { degradedBelowPercent: 10 } }],
    ['not_above', DeliverySettings, { retries: { faultMinutes: [0] } }, { min: '0' }],
    ['twice', DeliverySettings, { retries: { repeatUncertain: ['marketing', 'marketing'] } }],
    ['time_zone', GeneralSettings, { timeZone: 'Atlantis' }],
    ['currency', GeneralSettings, { currency: 'usd' }],
  ])('%s', (code, schema, value, params = {}) => {
    expect(errorsOf(schema, value)[0]).toMatchObject({ code, params });
  });

  it('names an unknown property itself, the deepest of a union, and a wrong name where it stands', () => {
    expect(errorsOf(z.strictObject({ a: z.strictObject({}) }), { a: { b: 1 } })[0]!.path).toBe('a.b');
    const union = z.union([z.string(), z.strictObject({ email: emailAddress })]);
    expect(errorsOf(z.object({ to: union }), { to: { email: 'x' } })).toMatchObject([
      { path: 'to.email', code: 'email' },
    ]);
    const record = z.record(matching(/^x/, flaw('header_name')), z.string());
    expect(errorsOf(record, { y: '' })).toMatchObject([{ path: 'y', code: 'header_name' }]);
  });

  it('leaves a rule that names no flaw its own words', () => {
    const [error] = errorsOf(
      z.string().refine(() => false, 'The moon is wrong'),
      'x',
    );
    expect(error).toEqual({ path: '', code: 'wrong', params: {}, message: 'The moon is wrong' });
  });
});

describe('a thing of one of several kinds', () => {
  const Kinds = z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('heading') }),
    z.object({ kind: z.literal('text') }),
  ]);
  it('is told which kinds there are', () => {
    const { error } = z
      .object({ block: Kinds })
      .safeParse({ block: { kind: 'song' } }, { reportInput: true });
    expect(fieldErrorsOf(error!)).toMatchObject([
      { path: 'block.kind', code: 'option', params: { options: 'heading, text' } },
    ]);
  });
});
