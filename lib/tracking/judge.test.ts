import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/ids';
import { judgeVisit } from './judge';
import type { Seen } from './seen';

const BROWSER =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';
const messageId = newId();
const sentAt = new Date('2026-11-29T09:00:00Z');
const sinceSent = (seconds: number) => new Date(sentAt.getTime() + seconds * 1_000);

function seen(facts: Partial<Seen> & { place?: number; of?: number } = {}): Seen {
  const { place = 0, of = 5, ...rest } = facts;
  const link = {
    kind: 'click',
    messageId,
    recipient: 0,
    url: `https://a.example/${place}`,
    place,
    of,
  } as const;
  return { link, at: sinceSent(60), method: 'GET', agent: BROWSER, ip: null, prefetch: false, ...rest };
}

const judge = (visit: Seen, together = [visit]) => judgeVisit(visit, sentAt, together);

describe('a visit', () => {
  it('of a person is one', () => expect(judge(seen())).toBeNull());

  it.each<[string, Partial<Seen>]>([
    ['apple', { agent: 'Mozilla/5.0' }],
    ['prefetch', { prefetch: true }],
    ['scanner', { method: 'HEAD' }],
    ['at_once', { at: sinceSent(1.9) }],
    // Looked at on the way, before the server had said yes.
    ['at_once', { at: sinceSent(-3) }],
    ['program', { agent: '' }],
  ])('is of %s for %j', (machine, facts) => {
    expect(judge(seen(facts))).toBe(machine);
  });

  it('of a message that nobody has been given is no person’s', () => {
    expect(judgeVisit(seen(), null, [])).toBe('at_once');
  });
});

describe('clicks that come together', () => {
  const at = (place: number, seconds: number, of = 5) => seen({ place, of, at: sinceSent(60 + seconds) });

  it('on three links within five seconds are a machine’s, all of them', () => {
    const clicks = [at(0, 0), at(1, 1), at(2, 2)];
    expect(clicks.map((click) => judge(click, clicks))).toEqual(Array(3).fill('every_link'));
  });

  it('on both of two within a second are a machine’s, and later a person’s', () => {
    const quick = [at(0, 0, 2), at(1, 0.5, 2)];
    expect(quick.map((click) => judge(click, quick))).toEqual(Array(2).fill('every_link'));
    const slow = [at(0, 0, 2), at(1, 3, 2)];
    expect(slow.map((click) => judge(click, slow))).toEqual([null, null]);
  });

  it('on one link again and again, on few of many, or in different messages are people’s', () => {
    const other = { ...at(2, 2), link: { ...at(2, 2).link, messageId: newId() } } as Seen;
    for (const clicks of [
      [at(0, 0), at(0, 1), at(0, 2)],
      [at(0, 0), at(1, 1)],
      [at(0, 0), at(1, 1), other],
      [at(0, 0), at(1, 10), at(2, 20)],
    ])
      expect(clicks.map((click) => judge(click, clicks))).toEqual(clicks.map(() => null));
  });
});
