import { describe, expect, it } from 'vitest';
import type { Stage } from '../meaning';
import { classifyByAny, findOwnRule, type OwnRule } from './match';

const rule = (given: Partial<OwnRule>): OwnRule => ({
  id: 'r1',
  name: 'Moved',
  phrase: 'gone to the moon',
  appliesTo: 'both',
  stage: null,
  code: null,
  means: 'user_unknown',
  permanent: null,
  waitSeconds: null,
  ...given,
});
const judge = (text: string, given: Partial<OwnRule> = {}, stage: Stage = 'recipient') =>
  classifyByAny({ stage, code: Number(text.slice(0, 3)), text }, [rule(given)]);

describe('a rule of a technician', () => {
  it.each([
    '550 She has gone to the moon',
    '550 SHE HAS GONE  TO THE MOON!',
    '550-She has gone to\r\n550 the moon',
    '550 5.7.1 Gone to the moon, see https://example.com/policy',
  ])('is asked before the tables: %s', (text) => {
    expect(judge(text)).toMatchObject({
      fault: 'recipient',
      permanent: true,
      cause: 'user_unknown',
      by: { table: 'own' },
      rule: { id: 'r1', name: 'Moved', means: 'user_unknown' },
    });
  });

  it.each<[string, Partial<OwnRule>, Stage]>([
    ['550 She has gone to Mars', {}, 'recipient'],
    ['550 Gone to the moon', { appliesTo: 'bounce' }, 'recipient'],
    ['550 Gone to the moon', { stage: 'data' }, 'recipient'],
    ['550 Gone to the moon', { code: '4' }, 'recipient'],
    ['550 Gone to the moon', { code: '554' }, 'recipient'],
    ['550 5.1.1 Gone to the moon', { code: '5.7.1' }, 'recipient'],
    // Before a recipient was named nobody else can be meant but us.
    ['550 Gone to the moon', {}, 'session'],
    ['550 Gone to the moon', { means: 'spam' }, 'sender'],
    ['550 Gone to the moon', { means: 'auto_reply' }, 'recipient'],
  ])('%s is not what %j is about', (text, given, stage) => {
    const found = judge(text, given, stage);
    expect(found.rule).toBeUndefined();
    expect(found.by.table).not.toBe('own');
  });

  it.each<[string, Partial<OwnRule>]>([
    ['450 Gone to the moon', { code: '4' }],
    ['550 Gone to the moon', { code: '550' }],
    ['550 5.7.1 Gone to the moon', { code: '5.7.1' }],
    ['550 Gone to the moon', { stage: 'recipient', appliesTo: 'reply' }],
  ])('%s is what %j is about', (text, given) => {
    expect(judge(text, given).rule?.id).toBe('r1');
  });

  it('says for good or for now, and when to come back', () => {
    expect(judge('550 Gone to the moon', { permanent: false })).toMatchObject({ permanent: false });
    expect(judge('450 Gone to the moon', { permanent: true })).toMatchObject({ permanent: true });
    expect(judge('550 Gone to the moon', { means: 'rate', waitSeconds: 90 })).toMatchObject({
      fault: 'throttled',
      pace: 'rate',
      permanent: false,
      retryAfterMs: 90_000,
    });
    expect(judge('450 Gone to the moon, try again in 5 minutes', { means: 'rate' })).toMatchObject({
      retryAfterMs: 300_000,
    });
  });

  it('decides before those behind it', () => {
    const [first, second] = [rule({ id: 'a' }), rule({ id: 'b', means: 'spam' })];
    const said = { as: 'reply' as const, text: '550 gone to the moon', code: 550 };
    expect(findOwnRule([second, first], said)?.id).toBe('b');
    expect(findOwnRule([first, second], said)?.id).toBe('a');
  });

  it('takes no more than a moment, as many as there are and whatever is said', () => {
    const rules = Array.from({ length: 200 }, (_, n) => rule({ phrase: `${'a'.repeat(190)} ${n}` }));
    const began = process.cpuUsage();
    for (let n = 0; n < 20; n++)
      findOwnRule(rules, { as: 'bounce', text: 'a'.repeat(1_000_000), code: 550, stage: 'recipient' });
    expect(process.cpuUsage(began).user / 1000).toBeLessThan(2_000);
  });
});
