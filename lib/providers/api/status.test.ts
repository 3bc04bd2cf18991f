import { describe, expect, it } from 'vitest';
import { classifyStatus } from './status';

const classify = (status: number, text = '{}', headers: Record<string, string> = {}) =>
  classifyStatus({ status, headers: { 'content-type': 'application/json', ...headers }, text });

describe('what a status means that no table knows', () => {
  it.each([
    [400, { fault: 'content', permanent: true }],
    [401, { fault: 'provider', permanent: true }],
    [402, { fault: 'provider', permanent: true }],
    [403, { fault: 'provider', permanent: true }],
    [404, { fault: 'provider', permanent: true }],
    [408, { fault: 'provider', permanent: false }],
    [413, { fault: 'cannot_carry', permanent: true }],
    [422, { fault: 'content', permanent: true }],
    [425, { fault: 'provider', permanent: false }],
    [429, { fault: 'throttled', permanent: false, pace: 'rate' }],
    [500, { fault: 'provider', permanent: false }],
    [502, { fault: 'provider', permanent: false }],
    [503, { fault: 'provider', permanent: false }],
    [504, 'unknown'],
    [520, 'unknown'],
    [524, 'unknown'],
    [525, { fault: 'provider', permanent: false }],
    [301, { fault: 'provider', permanent: true }],
    [302, { fault: 'provider', permanent: false }],
  ])('%i', (status, expected) => expect(classify(status)).toEqual(expected));

  it.each([
    'Daily sending limit of 5000 messages has been reached.',
    'You have reached your monthly quota.',
    'Hourly limit exceeded',
    '200 emails per day allowed',
    'Not enough credits',
  ])('too many for a longer period is a limit that is used up: %s', (text) => {
    expect(classify(429, text, { 'ratelimit-reset': '1' })).toEqual({
      fault: 'provider',
      permanent: false,
      quota: true,
      retryAfterMs: undefined,
    });
  });

  it.each([
    'Too many requests. You can only make 2 requests per second.',
    'Rate limit exceeded',
    'too many requests',
    'Maximum 2 messages per second allowed.',
  ])('too fast is not: %s', (text) => {
    expect(classify(429, text, { 'retry-after': '1' })).toMatchObject({
      fault: 'throttled',
      retryAfterMs: 1000,
    });
  });
});
