import { describe, expect, it } from 'vitest';
import type { EventType } from '@/lib/events/types';
import type { AttemptView, EventView } from '@/lib/messages/view-schema';
import { foldStory, storyEntries } from './story-entries';

const event = (id: string, type: EventType, at: string, recipient: string | null = null): EventView => ({
  id,
  type,
  at,
  recipient,
  provider: null,
  detail: null,
});
const attempt = (id: string, startedAt: string, address: string): AttemptView => ({
  id,
  provider: 'Own server',
  startedAt,
  finishedAt: startedAt,
  durationMs: 1,
  outcomes: [{ address, outcome: 'accepted' }],
  cost: '0',
  candidates: [],
  transcript: null,
});
const T1 = '2026-01-01T10:00:00.000Z';
const T2 = '2026-01-01T10:00:01.000Z';

describe('storyEntries', () => {
  it('has what the provider told after the attempt', () => {
    const later = { ...event('late', 'bounced', T2, 'a@example.com'), detail: { told: true } };
    const shown = storyEntries({ events: [later], attempts: [attempt('try', T1, 'a@example.com')] }, false);
    expect(shown.map(({ id }) => id)).toEqual(['try', 'late']);
  });

  const message = {
    events: [event('sent', 'sent', T2, 'a@example.com'), event('queued', 'queued', T1)],
    attempts: [attempt('try', T1, 'a@example.com')],
  };

  it('tells the story in order and each result once', () => {
    expect(storyEntries(message, false).map((entry) => entry.id)).toEqual(['queued', 'try']);
  });

  it('shows every record when asked', () => {
    expect(storyEntries(message, true).map((entry) => entry.id)).toEqual(['queued', 'try', 'sent']);
  });

  it('tells who took over by the try that follows', () => {
    const handed = event('handed', 'failover', T1);
    const taken = attempt('taken', T2, 'a@example.com');
    const ids = (attempts: AttemptView[], everything = false) =>
      storyEntries({ events: [handed], attempts }, everything).map((entry) => entry.id);
    expect(ids([taken])).toEqual(['taken']);
    expect(ids([taken], true)).toEqual(['handed', 'taken']);
    expect(ids([])).toEqual(['handed']);
  });

  it('tells tries that ended alike at the same provider once', () => {
    const tries = ['one', 'two', 'three'].map((id) => attempt(id, T1, 'a@example.com'));
    const other = { ...attempt('other', T2, 'a@example.com'), provider: 'Brevo' };
    const shown = storyEntries({ events: [], attempts: [...tries, other] }, false);
    expect(shown.map((entry) => [entry.id, entry.kind === 'attempt' && entry.repeats.length])).toEqual([
      ['one', 2],
      ['other', 0],
    ]);
  });

  it('keeps a recipient’s event that no attempt tells', () => {
    const later = { ...message, events: [event('late', 'bounced', T2, 'b@example.com')] };
    expect(storyEntries(later, false).map((entry) => entry.id)).toEqual(['try', 'late']);
  });
});

describe('foldStory', () => {
  const story = Array.from({ length: 10 }, (_, index) => index);

  it('keeps the beginning and the end of a long story', () => {
    expect(foldStory(story)).toEqual({ first: [0, 1], middle: [2, 3, 4], last: [5, 6, 7, 8, 9] });
  });
  it('leaves a short story whole', () => {
    expect(foldStory(story.slice(1))).toEqual({ first: story.slice(1), middle: [], last: [] });
  });
});
