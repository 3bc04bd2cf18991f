import { describe, expect, it } from 'vitest';
import type { AttemptView, EventView, MessageDetail } from '@/lib/messages/view-schema';
import { correctableOf } from './correctable';
import { failoverOf } from './failover-of';
import { groupOutcomes } from './group-outcomes';

type Outcome = AttemptView['outcomes'][number];
const said = (address: string, reply: string, outcome: Outcome['outcome'] = 'accepted'): Outcome => ({
  address,
  outcome,
  reply,
});

describe('what a provider said', () => {
  it('is told once of all of whom it was said', () => {
    const groups = groupOutcomes([
      said('a@x', 'ok'),
      said('m@x', 'no such user', 'refused'),
      said('b@x', 'ok'),
    ]);
    expect(groups.map(({ addresses, outcome }) => [addresses, outcome.reply])).toEqual([
      [['a@x', 'b@x'], 'ok'],
      [['m@x'], 'no such user'],
    ]);
  });
});

const event = (type: EventView['type'], detail: EventView['detail'] = null): EventView => ({
  id: type,
  type,
  at: '2026-01-01T10:00:00.000Z',
  recipient: null,
  provider: null,
  detail,
});

describe('who took over', () => {
  const first = event('failover', { from: 'A', to: 'B' });
  const second = event('failover', { from: 'B', to: 'C' });

  it('is the last of them, from all before', () => {
    expect(failoverOf({ events: [first, second], provider: 'C' })).toEqual({ from: ['A', 'B'], to: 'C' });
  });

  it('is nobody where the first one has it, or what took over was before it was sent again', () => {
    expect(failoverOf({ events: [event('queued')], provider: 'A' })).toBeNull();
    expect(failoverOf({ events: [first, event('resent')], provider: 'B' })).toBeNull();
  });

  it('is nobody as long as who took over does not have it', () => {
    expect(failoverOf({ events: [first], provider: 'A' })).toBeNull();
  });
});

describe('whose address can be corrected', () => {
  const recipient = (status: string, more = {}) =>
    ({ kind: 'to', address: `${status}@x`, status, ...more }) as MessageDetail['recipients'][number];
  const of = (reason: string | null, ...recipients: MessageDetail['recipients']) =>
    correctableOf({ reason, recipients }).map(({ status }) => status);

  it('is who was refused and was not corrected yet', () => {
    const corrected = { corrected: { address: 'b@x', messageId: '1' } };
    expect(
      of('recipient_refused', recipient('accepted'), recipient('bounced'), recipient('bounced', corrected)),
    ).toEqual(['bounced']);
  });

  it('is nobody whom a person left out', () => {
    expect(of('canceled', recipient('failed'), recipient('bounced'))).toEqual(['bounced']);
  });
});
