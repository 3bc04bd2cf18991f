import { describe, expect, it } from 'vitest';
import type { StoredOutcome } from '@/drizzle/schema/attempts';
import type { RecipientStatus } from '@/drizzle/schema/messages';
import { DEFAULT_SETTINGS } from '@/lib/settings/schema';
import { decide } from './next-state';
import { applyOutcomes } from './recipient-outcomes';

type Facts = Parameters<typeof decide>[0];

const recipients = (...statuses: RecipientStatus[]): Facts['recipients'] =>
  statuses.map((status, index) => ({ kind: 'to', address: `a${index}@example.com`, status }));

const outcome = (facts: Partial<StoredOutcome>): StoredOutcome => ({
  address: 'a0@example.com',
  outcome: 'refused',
  ...facts,
});

const judge = (statuses: RecipientStatus[], facts: Partial<Facts> = {}) =>
  decide({
    category: 'transactional',
    retryCount: 0,
    recipients: recipients(...statuses),
    outcomes: [],
    retries: DEFAULT_SETTINGS.delivery.retries,
    ...facts,
  });

describe('nobody waits any more', () => {
  it.each<[RecipientStatus[], string, string | null]>([
    [['accepted'], 'sent', null],
    [['accepted', 'accepted'], 'sent', null],
    [['accepted', 'bounced'], 'sent', 'recipient_refused'],
    [['failed', 'accepted'], 'sent', 'recipient_refused'],
    [['bounced'], 'bounced', 'recipient_refused'],
    [['bounced', 'bounced'], 'bounced', 'recipient_refused'],
    [['failed'], 'failed', 'content_refused'],
    [['bounced', 'failed'], 'bounced', 'recipient_refused'],
  ])('%j: %s', (statuses, status, reason) => {
    expect(judge(statuses)).toEqual({ status, reason, retryMs: null, retryCount: 0 });
  });
});

describe('somebody still waits', () => {
  it('a deferral is tried again, and stays open though others have it', () => {
    const outcomes = [outcome({ fault: 'recipient', permanent: false })];
    expect(judge(['waiting', 'accepted'], { outcomes })).toEqual({
      status: 'retrying',
      reason: 'deferred',
      retryMs: 300_000,
      retryCount: 1,
    });
  });

  it('the longest of the delays that were asked for counts', () => {
    const outcomes = [60_000, 900_000, 120_000].map((retryAfterMs) =>
      outcome({ fault: 'recipient', permanent: false, retryAfterMs }),
    );
    expect(judge(['waiting'], { outcomes }).retryMs).toBe(900_000);
  });

  it('a fault of every provider is tried three times, then parked', () => {
    const outcomes = [outcome({ fault: 'provider', permanent: true })];
    expect(judge(['waiting'], { outcomes })).toMatchObject({ status: 'retrying', reason: 'all_failed' });
    expect(judge(['waiting'], { outcomes, retryCount: 3 })).toEqual({
      status: 'parked',
      reason: 'all_failed',
      retryMs: null,
      retryCount: 3,
    });
  });

  it('no provider at all is a reason of its own', () => {
    expect(judge(['waiting'])).toMatchObject({ status: 'retrying', reason: 'no_provider' });
    expect(judge(['waiting'], { retryCount: 3 })).toMatchObject({ status: 'parked', reason: 'no_provider' });
  });
});

describe('nobody knows', () => {
  const outcomes = [outcome({ outcome: 'unknown' })];

  it('a receipt twice is better than never: transactional is tried again', () => {
    expect(judge(['unknown'], { outcomes })).toMatchObject({ status: 'retrying', reason: 'uncertain' });
  });

  it('marketing stops there', () => {
    expect(judge(['unknown'], { outcomes, category: 'marketing' })).toMatchObject({
      status: 'uncertain',
      retryMs: null,
    });
  });

  it('ends as uncertain, never as parked, when retries are used up', () => {
    expect(judge(['unknown'], { outcomes, retryCount: 3 })).toMatchObject({
      status: 'uncertain',
      retryMs: null,
    });
  });
});

describe('applyOutcomes', () => {
  it.each<[Partial<StoredOutcome>, RecipientStatus]>([
    [{ outcome: 'accepted' }, 'accepted'],
    [{ outcome: 'unknown' }, 'unknown'],
    [{ fault: 'recipient', permanent: true }, 'bounced'],
    [{ fault: 'recipient', permanent: false }, 'waiting'],
    [{ fault: 'content', permanent: true }, 'failed'],
    [{ fault: 'provider', permanent: true }, 'waiting'],
    [{ fault: 'provider', permanent: false }, 'waiting'],
  ])('%j: %s', (facts, status) => {
    expect(applyOutcomes(recipients('waiting'), [outcome({ ...facts, code: '1', reply: 'r' })])).toEqual([
      { kind: 'to', address: 'a0@example.com', status, code: '1', reply: 'r', providerMessageId: undefined },
    ]);
  });

  it('leaves those alone whom no outcome names', () => {
    const both = recipients('waiting', 'bounced');
    expect(applyOutcomes(both, [outcome({ outcome: 'accepted' })])[1]).toEqual(both[1]);
  });
});
