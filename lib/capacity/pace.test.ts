import { describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider } from '@/lib/testing/factories';
import { noteThrottled, takeSlots } from './pace';

useTestDatabase();

/** Clocks are read in whole milliseconds. */
const CLOCKS_MS = 2;

const take = async (providerId: string, perSecond: number): Promise<number[]> => {
  const slots = await takeSlots(providerId, { count: 5, perSecond, withinMs: 60_000 });
  if (!('times' in slots)) throw new Error('no slots');
  return slots.times;
};

describe('slots of a pace', () => {
  it('of two workers interleave without overlap, and stay spread inside the second', async () => {
    const { id } = await makeProvider();
    // Far enough ahead that no slot passes unused while the test itself is held up.
    await sql()`insert into provider_pace (provider_id, next_at) values (${id}, now() + interval '30 seconds')`;
    const one: number[] = [];
    const two: number[] = [];
    // Slice after slice, as lanes take them, both at the same time.
    for (let slice = 0; slice < 8; slice++) {
      const [first, second] = await Promise.all([take(id, 50), take(id, 50)]);
      one.push(...first);
      two.push(...second);
    }
    const all = [...one, ...two].toSorted((a, b) => a - b);
    expect(all).toHaveLength(80);
    // 80 slots of 20 ms, whoever took them.
    for (const [n, time] of all.entries())
      expect(Math.abs(time - (all[0]! + n * 20))).toBeLessThan(CLOCKS_MS);
    // Each took slices in between those of the other.
    expect(Math.max(...one)).toBeGreaterThan(Math.min(...two));
    expect(Math.max(...two)).toBeGreaterThan(Math.min(...one));
  });

  it('are not kept for those who did not come: there is no burst after a rest', async () => {
    const { id } = await makeProvider();
    await sql()`insert into provider_pace (provider_id, next_at) values (${id}, now() - interval '1 hour')`;
    const askedAt = Date.now();
    const slots = await takeSlots(id, { count: 3, perSecond: 10, withinMs: 1_000 });
    const times = 'times' in slots ? slots.times : [];
    expect(times[0]!).toBeGreaterThan(askedAt - CLOCKS_MS);
    expect(times.map((time) => Math.round(time - times[0]!))).toEqual([0, 100, 200]);
  });

  it('begin behind a pause, or are refused with the time until they would', async () => {
    const { id } = await makeProvider();
    await sql()`insert into provider_pace (provider_id, paused_until) values (${id}, now() + interval '30 seconds')`;
    const refused = await takeSlots(id, { count: 1, perSecond: 10, withinMs: 3_000 });
    expect('laterMs' in refused && refused.laterMs).toBeGreaterThan(25_000);
    // Who was refused has taken none.
    const slots = await takeSlots(id, { count: 1, perSecond: 10, withinMs: 60_000 });
    const inMs = 'times' in slots ? slots.times[0]! - Date.now() : 0;
    expect(inMs).toBeGreaterThan(25_000);
    expect(inMs).toBeLessThan(30_000 + CLOCKS_MS);
  });
});

describe('a provider that was asked too fast', () => {
  const seen = {
    tookMs: 10,
    begunPerSecond: 80,
    acceptedPerSecond: 50,
    configuredPerSecond: null,
    configuredConnections: 8,
  };
  const throttled = { address: 'ana@example.com', outcome: 'refused', fault: 'throttled' } as const;
  const learned = async (id: string) =>
    (await sql()`select rate, refusals from provider_pace where provider_id = ${id}`)[0];

  it('is slowed down once, however many workers are told so at the same time', async () => {
    const { id } = await makeProvider();
    await Promise.all(
      Array.from({ length: 8 }, () => noteThrottled(id, { ...throttled, retryAfterMs: 1_000 }, seen)),
    );
    expect(await learned(id)).toEqual({ rate: 40, refusals: 1 });
    // By one who did not know of the pause.
    await noteThrottled(id, throttled, { ...seen, tookMs: 0 });
    expect(await learned(id)).toMatchObject({ refusals: 1 });
    // Sent after it, and refused again: that is news.
    await noteThrottled(id, throttled, { ...seen, tookMs: -60_000 });
    expect(await learned(id)).toMatchObject({ refusals: 2 });
  });
});
