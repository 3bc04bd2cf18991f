import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeCompany } from '@/lib/testing/factories';
import { forgetOldAudit } from './forget-old';
import { verifyAudit } from './verify';

useDatabaseForEachTest();

/** Each in its own chain, told as older afterwards: the hashes then are those of rows that were written so long ago. */
async function write(rows: number, daysAgo: number): Promise<void> {
  for (let n = 0; n < rows; n++) await makeCompany();
  await sql()`alter table audit_log disable trigger audit_chain`;
  const last = await sql()<{ id: string }[]>`select id from audit_log order by number desc limit ${rows}`;
  for (const { id } of last.toReversed()) {
    await sql()`update audit_log set at = at - make_interval(days => ${daysAgo}) where id = ${id}`;
    await sql()`update audit_log a set hash = audit_hash((select hash from audit_log where number = a.number - 1), a) where id = ${id}`;
  }
  await sql()`alter table audit_log enable trigger audit_chain`;
}

const numbers = async () =>
  (await sql()<{ number: number }[]>`select number::int from audit_log order by number`).map(
    (row) => row.number,
  );

beforeEach(async () => {
  await write(5, 100);
  await write(3, 10);
});

describe('old rows of the audit log', () => {
  it('go, and what is left is still a chain that begins where a row of it says', async () => {
    expect(await verifyAudit()).toMatchObject({ forgotten: 0, checked: 8, broken: null });
    expect(await forgetOldAudit(30)).toBe(5);
    expect(await numbers()).toEqual([6, 7, 8, 9]);
    expect(await verifyAudit()).toMatchObject({
      forgotten: 5,
      checked: 4,
      head: { number: 9 },
      broken: null,
    });
    const [row] = await sql()`select action, actor_type, after from audit_log where number = 9`;
    expect(row).toMatchObject({
      action: 'audit.forget',
      actor_type: 'job',
      after: { rows: 5, number: 5, days: 30 },
    });
  });

  it('go again, also where that cut itself grew old', async () => {
    await forgetOldAudit(30);
    expect(await forgetOldAudit(5)).toBe(3);
    expect(await verifyAudit()).toMatchObject({ forgotten: 8, checked: 2, broken: null });
  });

  it('leave nothing behind where there are none', async () => {
    expect(await forgetOldAudit(365)).toBe(0);
    expect(await numbers()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('never take the newest, to which the next is chained', async () => {
    await sql()`delete from audit_log where number > 5`;
    expect(await forgetOldAudit(30)).toBe(4);
    expect(await numbers()).toEqual([5, 6]);
    expect(await forgetOldAudit(30)).toBe(1);
    await makeCompany();
    expect(await verifyAudit()).toMatchObject({ broken: null });
    const left = await numbers();
    expect(left.at(-1)).toBeGreaterThan(6);
  });

  it('from before there was a chain go first', async () => {
    await sql()`alter table audit_log disable trigger audit_chain`;
    await sql()`insert into audit_log (id, at, actor_type, actor_label, action, request_id)
      values (gen_random_uuid(), now() - interval '200 days', 'command', 'x', 'setup.link', 'x')`;
    await sql()`alter table audit_log enable trigger audit_chain`;
    expect(await forgetOldAudit(150)).toBe(1);
    expect(await verifyAudit()).toMatchObject({ forgotten: 0, broken: null });
    expect(await forgetOldAudit(30)).toBe(5);
    expect(await verifyAudit()).toMatchObject({ forgotten: 5, broken: null });
  });

  it('that somebody else takes show as missing, before and after a cut', async () => {
    await sql()`delete from audit_log where number <= 2`;
    expect((await verifyAudit()).broken).toMatchObject({ number: 3, why: 'missing' });
  });

  it('that somebody takes beyond a cut show as missing', async () => {
    await forgetOldAudit(30);
    await sql()`delete from audit_log where number = 6`;
    expect((await verifyAudit()).broken).toMatchObject({ number: 7, why: 'missing' });
  });

  it('that were cut elsewhere than is said show', async () => {
    await forgetOldAudit(30);
    await sql()`update audit_log set after = jsonb_set(after, '{number}', '6') where number = 9`;
    await sql()`delete from audit_log where number = 6`;
    expect((await verifyAudit()).broken).not.toBeNull();
  });
});
