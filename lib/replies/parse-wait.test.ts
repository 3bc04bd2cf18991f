import { describe, expect, it } from 'vitest';
import { parseWaitMs } from './parse-wait';

describe('"try again in"', () => {
  it.each([
    ['450 4.2.0 Greylisted, try again in 300 seconds', 300_000],
    ['451 4.7.1 Greylisting in effect, please retry in 5 minutes', 300_000],
    ['421 Too many messages, retry after 1 hour', 3_600_000],
    ['450 try again after 90s', 90_000],
    ['450 4.2.0 try again later', undefined],
    ['550 5.1.1 Mailbox disabled in 2019', undefined],
  ])('%s', (reply, expected) => {
    expect(parseWaitMs(reply)).toBe(expected);
  });
});

describe('other ways of saying when', () => {
  const now = Date.parse('2026-11-28T04:00:00Z');
  it.each([
    ['450 4.7.1 Greylisted for 00:05:00', 300_000],
    ['421 try again after 00:01:30', 90_000],
    ['450 deferred until Sat Nov 28 04:10:00 2026', 600_000],
    ['450 not before Sat, 28 Nov 2026 05:00:00 +0000', 3_600_000],
    ['451 Demasiados mensajes, vuelva a intentarlo en 5 minutos', 300_000],
    ['451 Muitas mensagens, tente novamente em 10 minutos', 600_000],
    ['451 Trop de messages, veuillez réessayer dans 10 minutes', 600_000],
    ['450 Bitte in 2 Minuten erneut versuchen', 120_000],
    ['552 5.2.2 over quota for 30 days', undefined],
    ['450 too many messages within the last 60 minutes', undefined],
    ['550 5.1.1 unknown since 10 days', undefined],
  ])('%s', (reply, expected) => {
    expect(parseWaitMs(reply, now)).toBe(expected);
  });
});
