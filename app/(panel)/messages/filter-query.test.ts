import { describe, expect, it } from 'vitest';
import { countFilters, type Filters, messagesQuery } from './filter-query';

const none: Filters = {
  q: '',
  status: null,
  provider: null,
  company: null,
  tag: '',
  category: null,
  time: null,
  since: '',
  until: '',
  finishedSince: null,
  finishedUntil: null,
  event: null,
};

describe('messagesQuery', () => {
  it('asks for everything without filters', () => {
    expect(messagesQuery(none, undefined)).toBe('');
  });

  it('sends what is set and escapes it', () => {
    const path = messagesQuery({ ...none, status: 'parked', q: ' a+b@example.com ' }, 'c1');
    expect(path).toBe('status=parked&q=a%2Bb%40example.com&cursor=c1');
  });

  it('covers both days whole, in the reader’s zone', () => {
    const query = new URLSearchParams(
      messagesQuery({ ...none, since: '2026-05-01', until: '2026-05-31' }, undefined),
    );
    expect(query.get('since')).toBe(new Date(2026, 4, 1).toISOString());
    expect(query.get('until')).toBe(new Date(2026, 5, 1).toISOString());
  });

  it('counts the last day back from now, whatever days stand beside it', () => {
    const query = new URLSearchParams(messagesQuery({ ...none, time: 'day', until: '2026-05-31' }));
    const hours = (Date.now() - Date.parse(query.get('since') ?? '')) / 3_600_000;
    expect(hours).toBeGreaterThanOrEqual(24);
    expect(hours).toBeLessThan(24.02);
    expect(query.get('until')).toBeNull();
  });

  it('leaves out what is not a day', () => {
    expect(messagesQuery({ ...none, since: 'yesterday' }, undefined)).toBe('');
  });
});

describe('countFilters', () => {
  it('counts what narrows the list', () => {
    expect(countFilters(none)).toBe(0);
    expect(countFilters({ ...none, status: 'sent', tag: 'x', q: ' ' })).toBe(2);
  });
});
