import { describe, expect, it } from 'vitest';
import type { StoredRecipient } from '@/drizzle/schema/messages';
import type { StoryFacts, StoryMessage } from './facts';
import { chooseHeadline } from './headline';
import type { StorySuppression } from './schema';

const NOW = new Date('2026-11-26T15:00:00Z');
const ago = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

let count = 0;
type Made = Partial<Omit<StoryMessage, 'recipient'>> & { is?: StoredRecipient['status'] };
const message = ({ is = 'delivered', ...rest }: Made = {}): StoryMessage => ({
  id: `m${++count}`,
  status: 'delivered',
  reason: null,
  acceptedAt: ago(1),
  dueAt: null,
  finishedAt: ago(1),
  provider: 'Main',
  recipient: { kind: 'to', address: 'ana@example.com', status: is },
  told: [],
  ...rest,
});
const waiting = (made: Made = {}) =>
  message({ status: 'retrying', is: 'waiting', finishedAt: null, dueAt: ago(-1), ...made });
const full = (hours: number) => ({
  type: 'deferred',
  at: ago(hours),
  full: true,
  reply: '452 4.2.2 Mailbox full',
});
const listed = (made: Partial<StorySuppression> = {}): StorySuppression => ({
  id: 's',
  cause: 'manual',
  category: null,
  reason: null,
  code: null,
  provider: null,
  lastAt: ago(24).toISOString(),
  times: 1,
  until: null,
  addedBy: null,
  shared: false,
  whole: true,
  liftable: true,
  ...made,
});
const choose = (facts: Partial<StoryFacts>) =>
  chooseHeadline({ now: NOW, messages: [], more: false, suppressions: [], ...facts });

describe('what matters most', () => {
  it.each<[string, Partial<StoryFacts>, string, string, string | null]>([
    ['nothing is known', {}, 'never', 'you', 'compose'],
    [
      'a wish not to be written to stands above what waits',
      { messages: [waiting({ reason: 'deferred' })], suppressions: [listed({ cause: 'unsubscribe' })] },
      'on_list_unsubscribe',
      'you',
      'lift',
    ],
    [
      'a wish stands above what a server said',
      { suppressions: [listed({ cause: 'hard_bounce' }), listed({ cause: 'complaint' })] },
      'on_list_complaint',
      'you',
      'lift',
    ],
    [
      'no newsletters stops nothing else',
      {
        messages: [message()],
        suppressions: [listed({ cause: 'unsubscribe', category: 'marketing', whole: false })],
      },
      'on_list_partly',
      'you',
      'lift',
    ],
    [
      'nobody has the address',
      { messages: [message({ status: 'bounced', is: 'bounced' }), message()] },
      'address_refused',
      'you',
      'message',
    ],
    [
      'what came back is over once something newer arrived',
      { messages: [message(), message({ status: 'bounced', is: 'bounced' })] },
      'some_arrived',
      'nobody',
      'waiting',
    ],
    [
      'their server asks to come back',
      { messages: [waiting({ reason: 'deferred' }), message()] },
      'deferred',
      'nobody',
      'waiting',
    ],
    [
      'our provider is down',
      { messages: [waiting({ status: 'parked', reason: 'breaker_open' })] },
      'waits_provider',
      'administrator',
      'providers',
    ],
    [
      'our limit is used up',
      { messages: [waiting({ status: 'parked', reason: 'no_room' })] },
      'waits_room',
      'administrator',
      'queue',
    ],
    [
      'nobody knows',
      { messages: [waiting({ status: 'uncertain', is: 'unknown', reason: 'uncertain' })] },
      'uncertain',
      'you',
      'message',
    ],
    [
      'its deadline passed',
      { messages: [message({ status: 'failed', is: 'waiting', reason: 'expired' })] },
      'failed',
      'you',
      'message',
    ],
    [
      'it was on the list, which was undone',
      { messages: [message({ status: 'suppressed', is: 'suppressed' })] },
      'not_sent',
      'you',
      'message',
    ],
    [
      'it waits for its time',
      { messages: [waiting({ status: 'scheduled' })] },
      'scheduled',
      'nobody',
      'waiting',
    ],
    ['it is on its way', { messages: [waiting({ status: 'queued' })] }, 'on_its_way', 'nobody', 'waiting'],
    [
      'only a sandbox has it',
      { messages: [message({ status: 'captured', is: 'captured' })] },
      'captured',
      'nobody',
      null,
    ],
    ['all arrived', { messages: [message(), message()] }, 'arrived', 'nobody', null],
    [
      'nobody told',
      { messages: [message({ status: 'sent', is: 'accepted' }), message()] },
      'taken',
      'nobody',
      null,
    ],
    [
      'somebody stopped it',
      { messages: [message({ status: 'canceled', is: 'waiting' })] },
      'canceled',
      'nobody',
      null,
    ],
  ])('%s', (_, facts, code, actor, next) => {
    const headline = choose(facts);
    expect([headline.code, headline.actor, headline.next]).toEqual([code, actor, next]);
  });

  it('a full mailbox: since the first message that met it, with all that waits', () => {
    const headline = choose({
      messages: [
        waiting({ reason: 'deferred', told: [full(2), full(3)], dueAt: ago(-4) }),
        waiting({ status: 'queued' }),
        message({ status: 'failed', is: 'failed', told: [full(50)] }),
        message(),
        message({ status: 'failed', is: 'failed', told: [full(400)] }),
      ],
    });
    expect(headline).toMatchObject({ code: 'mailbox_full', actor: 'recipient', count: 2 });
    expect(headline.since).toBe(ago(50).toISOString());
    expect(headline.until).toBe(ago(-4).toISOString());
    expect(headline.said).toBe('452 4.2.2 Mailbox full');
  });

  it('a full mailbox has room again once something newer arrived or was refused otherwise', () => {
    const met = waiting({ reason: 'deferred', told: [full(2)] });
    expect(choose({ messages: [message(), met] }).code).toBe('deferred');
    const greylisted = waiting({
      reason: 'deferred',
      told: [{ type: 'deferred', at: ago(1), full: false, reply: '450 Greylisted' }],
    });
    expect(choose({ messages: [greylisted, met] })).toMatchObject({ code: 'deferred', count: 2 });
  });

  it('a possible second copy is told for a week', () => {
    const twice = (hours: number) =>
      message({ told: [{ type: 'second_copy', at: ago(hours), full: false, reply: null }] });
    const fresh = twice(24);
    expect(choose({ messages: [message(), fresh] })).toMatchObject({
      code: 'second_copy',
      messageId: fresh.id,
      since: ago(24).toISOString(),
    });
    expect(choose({ messages: [twice(24 * 8)] }).code).toBe('arrived');
  });
});
