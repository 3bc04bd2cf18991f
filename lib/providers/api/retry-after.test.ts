import { describe, expect, it } from 'vitest';
import { retryAfterMs, statedWaitMs } from './retry-after';

const NOW = Date.UTC(2026, 10, 28, 4, 0, 0);
const HOUR = 3_600_000;

describe('when to come back', () => {
  it.each<[string, Record<string, string>, string, number | undefined]>([
    ['seconds (RFC 9110 10.2.3)', { 'retry-after': '120' }, '', 120_000],
    ['a date (RFC 9110 10.2.3)', { 'retry-after': 'Sat, 28 Nov 2026 04:02:00 GMT' }, '', 120_000],
    ['a date that is over', { 'retry-after': 'Fri, 27 Nov 2026 04:02:00 GMT' }, '', 0],
    ['parts of a second', { 'retry-after': '0.25' }, '', 250],
    ['a header that came twice', { 'retry-after': '1, 1' }, '', 1000],
    ['nonsense', { 'retry-after': 'soon' }, '', undefined],
    ['longer than anybody waits', { 'retry-after': '99999999' }, '', 31 * 24 * HOUR],
    ['SendGrid: the end of the window in Unix time', { 'x-ratelimit-reset': `${NOW / 1000 + 5}` }, '', 5000],
    ['the same in milliseconds', { 'x-ratelimit-reset': `${NOW + 5000}` }, '', 5000],
    ['Resend: seconds to the end of the window', { 'ratelimit-reset': '1' }, '', 1000],
    ['Brevo: the same', { 'x-sib-ratelimit-reset': '12' }, '', 12_000],
    ['Retry-After before the window', { 'retry-after': '3', 'ratelimit-reset': '1' }, '', 3000],
    [
      'Mailgun: in words',
      {},
      'Domain mg.example.com is not allowed to send: recipient limit exceeded, try again after Sat, 28 Nov 2026 05:00:00 UTC',
      HOUR,
    ],
    ['in other words', {}, 'Too many requests. Try again in 42 seconds.', 42_000],
    ['no words about it', {}, 'You have reached your daily email sending quota.', undefined],
  ])('%s', (_name, headers, text, expected) => expect(retryAfterMs({ headers, text }, NOW)).toBe(expected));

  it("a rate limit's window says nothing of a quota", () => {
    expect(statedWaitMs({ headers: { 'ratelimit-reset': '1' }, text: '' }, NOW)).toBeUndefined();
    expect(statedWaitMs({ headers: { 'retry-after': '7200' }, text: '' }, NOW)).toBe(2 * HOUR);
  });
});
