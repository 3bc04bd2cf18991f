import { afterEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { levelInUse, log, logAt } from '@/lib/log';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { until } from '@/lib/testing/until';
import { addEntries, findEntries } from './book';
import { pack } from './channel';
import { toEntry } from './entry';
import { followLogs } from './follow';
import { applyLevel, setLogLevel } from './level';
import { readLogs } from './read';
import { type LogEntry, type LogProcess, LogQuery } from './schema';

useDatabaseForEachTest();
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
  logAt(null);
});

const follow = async (kind: LogProcess) => ends.push(await followLogs({ id: newId(), kind }));
/** Tests log nothing otherwise. */
const speak = async () => {
  await setLogLevel(testContext, { level: 'info', minutes: 60 });
  await until(async () => expect(levelInUse()).toBe('info'));
};
const read = (query: Partial<LogQuery> = {}) => readLogs(testContext, LogQuery.parse(query));
const texts = async (query: Partial<LogQuery> = {}) => (await read(query)).data.map(({ text }) => text);

describe('who looks', () => {
  it('sees what was there before, and what comes, the newest first', async () => {
    await follow('web');
    await speak();
    const mark = newId();
    log.info(`before ${mark}`);
    log.warn(`and ${mark}`, { provider: 'Office' });
    expect(await texts({ q: mark })).toEqual([`and ${mark}`, `before ${mark}`]);
    log.error(`then ${mark}`);
    await until(async () => expect(await texts({ q: mark })).toHaveLength(3));
    const [newest] = (await read({ q: mark })).data;
    expect(newest).toMatchObject({ level: 'error', process: 'web', pid: process.pid, fields: null });
    expect((await read({ q: 'office' })).data[0]).toMatchObject({ fields: '{"provider":"Office"}' });
  });

  it('sees no secret, whether it has a name or a shape', async () => {
    await follow('web');
    await speak();
    const mark = newId();
    const token = `rlv_${'a'.repeat(12)}_${'B'.repeat(49)}`;
    log.warn(`${mark} of ${token}`, {
      password: 'hunter22',
      header: `Bearer ${token}`,
      url: 'postgres://a:hunter22@b/c',
    });
    const { data } = await read({ q: mark });
    expect(data).toHaveLength(1);
    expect(JSON.stringify(data)).not.toMatch(/hunter22|BBBB/);
  });

  it('is told nothing by a process of which nobody asks', async () => {
    await follow('worker');
    await speak();
    const mark = newId();
    const heard: string[] = [];
    const { unlisten } = await sql().listen('relevo_logs', (text) => heard.push(text));
    log.info(`unseen ${mark}`);
    await sql()`select pg_notify('relevo_logs', '{"level":true}')`;
    await until(async () => expect(heard).toHaveLength(1));
    await unlisten();
    expect(heard.join()).not.toContain(mark);
  });
});

describe('the level', () => {
  it('reaches who listens at once, and holds for so long alone', async () => {
    await follow('worker');
    const mark = newId();
    log.debug(`silent ${mark}`);
    const changed = await setLogLevel(testContext, { level: 'debug', minutes: 5 });
    await until(async () => expect(levelInUse()).toBe('debug'));
    expect(changed).toMatchObject({ level: 'debug', setBy: testContext.actor.label });
    expect(Date.parse(changed!.until) - Date.now()).toBeGreaterThan(4 * 60_000);
    // Its time is nearly over: each falls back by its own clock.
    await sql()`update log_level set until = now() + interval '50 milliseconds'`;
    await applyLevel();
    await until(async () => expect(levelInUse()).not.toBe('debug'));
    expect((await read()).changed).toBeNull();
  });

  it('is put back at once, and who did so is written down', async () => {
    await follow('web');
    await setLogLevel(testContext, { level: 'error', minutes: 60 });
    await until(async () => expect(levelInUse()).toBe('error'));
    expect(await setLogLevel(testContext, { level: null, minutes: 1 })).toBeNull();
    await until(async () => expect(levelInUse()).not.toBe('error'));
    const rows = await sql()`select after from audit_log where action = 'log.level' order by id`;
    expect(rows).toHaveLength(2);
    expect(JSON.stringify(rows[0])).toContain('error');
  });

  it('is not for who is for one company', async () => {
    const actor = { type: 'token' as const, id: newId(), label: 'x', scopes: [] };
    const bound = { ...testContext, actor, companyId: newId() };
    await expect(setLogLevel(bound, { level: 'debug', minutes: 5 })).rejects.toMatchObject({ status: 403 });
    await expect(readLogs(bound, LogQuery.parse({}))).rejects.toMatchObject({ status: 403 });
  });
});

const entry = (at: string, more: Partial<LogEntry> = {}): LogEntry => ({
  id: newId(),
  at,
  level: 'info',
  process: 'web',
  host: 'mail-1',
  pid: 1,
  text: 'x',
  fields: null,
  ...more,
});

describe('what is kept', () => {
  it('is found by level, process, time and text', () => {
    const now = Date.parse('2026-11-30T12:00:00.000Z');
    addEntries([
      entry('2026-11-30T11:00:00.000Z', { text: 'old' }),
      entry('2026-11-30T11:58:00.000Z', { text: 'Worker stopped', process: 'worker', level: 'warn' }),
      entry('2026-11-30T11:59:00.000Z', { text: 'failed', level: 'error', fields: '{"code":"53100"}' }),
    ]);
    const find = (query: Partial<LogQuery>) =>
      findEntries(LogQuery.parse(query), now).data.map(({ text }) => text);
    expect(find({})).toEqual(['failed', 'Worker stopped', 'old']);
    expect(find({ level: 'warn' })).toEqual(['failed', 'Worker stopped']);
    expect(find({ process: 'worker' })).toEqual(['Worker stopped']);
    expect(find({ minutes: 5 })).toEqual(['failed', 'Worker stopped']);
    expect(find({ q: 'STOPPED' })).toEqual(['Worker stopped']);
    expect(find({ q: '53100' })).toEqual(['failed']);
    expect(find({ limit: 1 })).toEqual(['failed']);
  });

  it('is bounded: the oldest go', () => {
    addEntries(Array.from({ length: 2_500 }, (_, n) => entry('2026-11-30T11:00:00.000Z', { text: `${n}` })));
    const all = findEntries(LogQuery.parse({ limit: 500 }), 0).data.length;
    expect(all).toBe(500);
    expect(findEntries(LogQuery.parse({ q: '499' })).data.map(({ text }) => text)).not.toContain('499');
  });

  it('fits into notifications, whatever letters it has', () => {
    const self = { id: newId(), kind: 'web' as const };
    const line = (text: string) =>
      toEntry(self, 1, JSON.stringify({ level: 50, time: 0, pid: 1, msg: text, stack: text }))!;
    const long = [line('漢'.repeat(9_000)), line('\u0001'.repeat(9_000)), line('x'), line('"'.repeat(9_000))];
    const packed = pack([...long, ...Array.from({ length: 300 }, () => line('a line as there are many'))]);
    for (const each of packed) expect(Buffer.byteLength(JSON.stringify(each))).toBeLessThan(8_000);
    expect(packed.flatMap(({ lines }) => lines)).toHaveLength(304);
    expect(packed.length).toBeLessThan(20);
  });
});
