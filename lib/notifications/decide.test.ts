import { describe, expect, test } from 'vitest';
import { decide, type StepNow } from './decide';

const now = new Date('2026-11-27T12:00:00Z');
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();
const planned = (channel: string, position: number): StepNow => ({
  position,
  channel,
  state: 'planned',
  waitMinutes: 30,
  messageId: null,
  handedAt: null,
  status: null,
});
const handed = (channel: string, position: number, status: StepNow['status'], minutes: number): StepNow => ({
  ...planned(channel, position),
  state: 'handed_over',
  messageId: `m${position}`,
  handedAt: ago(minutes),
  status,
});
const inTurn = (...steps: StepNow[]) => decide({ mode: 'until_delivered', steps, now });
const atOnce = (...steps: StepNow[]) => decide({ mode: 'all', steps, now });
const sms = planned('sms', 1);

describe('one after another', () => {
  test.each([
    [
      'a mail that is delivered is enough',
      handed('email', 0, 'delivered', 1),
      { next: [], end: 'delivered' },
    ],
    ['a mail that bounced is followed at once', handed('email', 0, 'bounced', 1), { next: [1] }],
    ['as is one that was never sent', handed('email', 0, 'suppressed', 1), { next: [1] }],
    ['and one whose message is gone', handed('email', 0, null, 1), { next: [1] }],
    ['a mail that was sent is waited for', handed('email', 0, 'sent', 29), { next: [] }],
    [
      'and, not come back, is enough: mail tells no more',
      handed('email', 0, 'sent', 31),
      { next: [], end: 'sent' },
    ],
    ['a text message that was sent is no proof', handed('whatsapp', 0, 'sent', 31), { next: [1] }],
    [
      'what still waits after its time is given up',
      handed('email', 0, 'parked', 31),
      { next: [1], giveUp: 'm0' },
    ],
    [
      'what a sandbox kept is followed by none, and says so',
      handed('sms', 0, 'captured', 31),
      { next: [], end: 'captured' },
    ],
    ['and before it is not', handed('email', 0, 'retrying', 29), { next: [] }],
  ])('%s', (_, first, decision) => {
    expect(inTurn(first, sms)).toEqual(decision);
  });

  test('a proof that comes late ends it, whichever channel it is of', () => {
    const third = planned('whatsapp', 2);
    expect(inTurn(handed('email', 0, 'delivered', 40), handed('sms', 1, 'sent', 5), third)).toEqual({
      next: [],
      end: 'delivered',
    });
  });

  test('the last one ends it as it came to', () => {
    expect(inTurn(handed('email', 0, 'bounced', 40), handed('sms', 1, 'failed', 5))).toEqual({
      next: [],
      end: 'failed',
    });
    expect(inTurn(handed('sms', 0, 'sent', 31))).toEqual({ next: [], end: 'sent' });
    expect(inTurn(handed('sms', 0, 'parked', 31))).toEqual({ next: [] });
    // The one before it may still be sent.
    expect(inTurn(handed('whatsapp', 0, 'uncertain', 40), handed('sms', 1, 'failed', 5))).toEqual({
      next: [],
    });
  });

  test('a channel that could not take it, or is left out, is no turn', () => {
    const failed = { ...planned('email', 0), state: 'failed' as const };
    expect(inTurn(failed, sms)).toEqual({ next: [1] });
    expect(inTurn({ ...failed, state: 'skipped' }, { ...sms, state: 'failed' })).toEqual({
      next: [],
      end: 'failed',
    });
  });
});

describe('all at once', () => {
  test('hands over what a crash left, and ends once all are at rest, with the best of them', () => {
    expect(atOnce(handed('email', 0, 'sent', 2), sms)).toEqual({ next: [1] });
    expect(atOnce(handed('email', 0, 'sent', 2), handed('sms', 1, 'queued', 2))).toEqual({ next: [] });
    expect(atOnce(handed('email', 0, 'bounced', 2), handed('sms', 1, 'delivered', 2))).toEqual({
      next: [],
      end: 'delivered',
    });
    expect(atOnce(handed('email', 0, 'bounced', 2), handed('sms', 1, 'failed', 2))).toEqual({
      next: [],
      end: 'failed',
    });
    expect(atOnce(handed('email', 0, 'canceled', 2))).toEqual({ next: [], end: 'canceled' });
    expect(atOnce(handed('email', 0, 'captured', 2), handed('sms', 1, 'captured', 2))).toEqual({
      next: [],
      end: 'captured',
    });
    expect(atOnce(handed('email', 0, 'captured', 2), handed('sms', 1, 'sent', 2))).toEqual({
      next: [],
      end: 'sent',
    });
  });

  test('says of none that it was sent while it waits, however long', () => {
    expect(atOnce(handed('email', 0, 'parked', 30 * 24 * 60))).toEqual({ next: [] });
    expect(atOnce(handed('email', 0, 'sent', 30 * 24 * 60), handed('sms', 1, 'uncertain', 2))).toEqual({
      next: [],
    });
  });
});
