import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import { loadProvider } from '@/lib/providers/load';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider } from '@/lib/testing/factories';
import { expectTurn, forgetStandings, isInLine, leaveStanding } from './waiting-line';

useTestDatabase();
beforeEach(() => {
  // What is counted is known for a second: here no second passes but where a case says so.
  vi.useFakeTimers({ toFake: ['Date'] });
  forgetStandings();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A provider with that many messages in its line. */
async function makeLine(waiting: number, input: Parameters<typeof makeProvider>[0] = {}) {
  const { id } = await makeProvider(input);
  await sql()`
    insert into messages (id, status, reason, provider_id, priority, category, subject, recipients, recipient_addresses, tags, size_bytes,
      accepted_by_type, due_at, accepted_at)
    select gen_random_uuid(), 'parked', case n % 2 when 0 then 'no_room' else 'paced' end, ${id}, 3, 'transactional', 'Receipt 13', '[]', '{}',
      '{}', 1, 'test', now(), now()
    from generate_series(1, ${waiting}::int) n`;
  return (await loadProvider(id))!;
}

type Line = Awaited<ReturnType<typeof makeLine>>;
const turn = (provider: Line, unit: Parameters<typeof expectTurn>[0]['unit'], until: string) =>
  expectTurn({ provider, unit, until: new Date(until), perSecond: null }).then((at) => at.toISOString());

describe('who stands in line', () => {
  it('are those that wait for pace or for room, and nobody else', () => {
    expect(['paced', 'no_room', 'breaker_open', 'all_failed', null].filter(isInLine)).toEqual([
      'paced',
      'no_room',
    ]);
  });

  it('are counted in front of that provider only, with those that came a moment ago', async () => {
    await makeLine(4);
    const provider = await makeLine(1, { limits: { minute: 1 } });
    const turns = [];
    for (let n = 0; n < 3; n++) turns.push(await turn(provider, 'minute', '2026-11-28T12:00:00Z'));
    expect(turns.map((at) => at.slice(11, 16))).toEqual(['12:01', '12:02', '12:03']);
  });

  it('are counted anew a second later: those of other processes are in the table by then', async () => {
    const provider = await makeLine(0, { limits: { minute: 1 } });
    for (let n = 0; n < 3; n++) await turn(provider, 'minute', '2026-11-28T12:00:00Z');
    vi.setSystemTime(Date.now() + 1_001);
    expect(await turn(provider, 'minute', '2026-11-28T12:00:00Z')).toBe('2026-11-28T12:00:01.500Z');
  });

  it('and who went elsewhere after all keeps nobody waiting', async () => {
    const provider = await makeLine(0, { limits: { minute: 1 } });
    const first = await turn(provider, 'minute', '2026-11-28T12:00:00Z');
    leaveStanding(provider.row.id);
    expect(await turn(provider, 'minute', '2026-11-28T12:00:00Z')).toBe(first);
    for (let n = 0; n < 3; n++) leaveStanding(provider.row.id);
    expect(await turn(provider, 'minute', '2026-11-28T12:00:00Z')).toBe(first);
  });
});

describe('when the turn of a message comes', () => {
  it('is a moment after the window that is full, as long as the next one has room', async () => {
    // A tenth of the ten is kept for the urgent.
    const provider = await makeLine(8, { limits: { month: 10 } });
    expect(await turn(provider, 'month', '2026-12-01T00:00:00Z')).toBe('2026-12-01T00:00:01.500Z');
    expect(await turn(provider, 'month', '2026-12-01T00:00:00Z')).toBe('2027-01-01T00:00:01.500Z');
  });

  // The last Sunday of October has 25 hours there: article 5 of Directive 2000/84/EC.
  it('goes by the days of the provider, however long they are', async () => {
    const provider = await makeLine(1, { limits: { day: 1 }, timeZone: 'Europe/Madrid' });
    expect(await turn(provider, 'day', '2026-10-24T22:00:00Z')).toBe('2026-10-25T23:00:01.500Z');
  });

  it('counts what a budget pays for', async () => {
    const budget = { monthly: '10', hard: true };
    const provider = await makeLine(2, { costPerMessage: '4', monthlyFee: '2', budget });
    expect(await turn(provider, 'budget', '2026-12-01T00:00:00Z')).toBe('2027-01-01T00:00:01.500Z');
  });

  it('is what the provider itself says, for all of its line', async () => {
    const provider = await makeLine(3, { limits: { month: 1 } });
    expect(await turn(provider, 'provider', '2026-11-29T07:30:00Z')).toBe('2026-11-29T07:30:01.500Z');
  });

  it('is told for no more than some hundred windows ahead', async () => {
    const provider = await makeLine(450, { limits: { hour: 1 } });
    // Sixteen days and sixteen hours are 400 hours.
    expect(await turn(provider, 'hour', '2026-11-28T12:00:00Z')).toBe('2026-12-15T04:00:01.500Z');
  });

  it('is as many steps of its pace away as there are messages before it, and itself', async () => {
    const provider = await makeLine(9);
    const at = await expectTurn({ provider, unit: 'second', until: new Date(), perSecond: 4 });
    expect(at.getTime() - Date.now()).toBe(2_500);
  });
});
