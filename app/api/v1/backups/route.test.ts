import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import { forgetEnv } from '@/lib/env';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeToken, testContext } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { createToken } from '@/lib/tokens/create';
import { TokenInput } from '@/lib/tokens/schema';
import { GET, POST } from './route';
import { POST as TEST } from './test/route';

useTestDatabase();

let token: string;
let folder: string;
beforeAll(async () => {
  token = await makeToken();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'relevo-backups-'));
  vi.stubEnv('RELEVO_BACKUP_FOLDER', folder);
  vi.stubEnv('RELEVO_BACKUP_RECIPIENTS', undefined);
  forgetEnv();
  keep('2026-11-29T03-30-00Z', { verifiedAt: '2026-11-29T04:30:00.000Z' });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  forgetEnv();
  await sql()`select graphile_worker.remove_job(key) from graphile_worker.jobs where key is not null`;
});

function keep(moment: string, note: object): void {
  const file = join(folder, `relevo-${moment}.age`);
  writeFileSync(file, 'age');
  const known = { rows: 7, bytes: 3, verifiedAt: null, problem: null, ...note };
  writeFileSync(`${file}.json`, JSON.stringify(known));
}

describeAccess('GET', GET, { scope: 'config:read', role: 'technician' });
const post = { method: 'POST' as const };
describeAccess('POST', POST, { scope: 'config:write', role: 'administrator', request: post });
describeAccess('POST test', TEST, {
  scope: 'config:write',
  role: 'administrator',
  request: post,
});

describe('backups', () => {
  it('are those that are whole, with the last that can be relied on, and never where they lie', async () => {
    keep('2026-11-30T03-30-00Z', { problem: 'The backup is cut off.' });
    writeFileSync(join(folder, 'relevo-2026-11-30T04-30-00Z.age.partial'), 'age');
    const { body } = await call(GET, { token });
    const good = {
      name: 'relevo-2026-11-29T03-30-00Z.age',
      at: '2026-11-29T03:30:00.000Z',
      rows: 7,
      bytes: 3,
      verifiedAt: '2026-11-29T04:30:00.000Z',
      problem: null,
    };
    expect(body).toMatchObject({ good, keyHere: true, making: null, testing: null });
    expect((body as { data: object[] }).data).toEqual([
      expect.objectContaining({ problem: 'The backup is cut off.', verifiedAt: null }),
      good,
    ]);
    expect(JSON.stringify(body)).not.toContain(folder);
  });

  it('are made and tested by a worker, once for however many presses', async () => {
    for (const route of [POST, POST, TEST]) expect((await call(route, { token, ...post })).status).toBe(204);
    expect((await call(GET, { token })).body).toMatchObject({
      making: { problem: null },
      testing: { problem: null },
    });
    const jobs = await sql()`select task_identifier as task from graphile_worker.jobs order by 1`;
    expect(jobs.map(({ task }) => task)).toEqual(['back-up', 'verify-backup']);
  });

  it('409 for a test where the key lies elsewhere', async () => {
    vi.stubEnv('RELEVO_BACKUP_RECIPIENTS', 'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg');
    forgetEnv();
    expectProblem(await call(TEST, { token, ...post }), 409, 'conflict');
  });

  it('403 for who is for one company alone', async () => {
    const { id } = await makeCompany();
    const input = { name: 'of one', scopes: ['config:read', 'config:write'], company: id };
    const { token: own } = await createToken(testContext, TokenInput.parse(input));
    expectProblem(await call(GET, { token: own }), 403, 'forbidden');
    for (const route of [POST, TEST])
      expectProblem(await call(route, { token: own, ...post }), 403, 'forbidden');
  });
});
