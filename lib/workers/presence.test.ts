import { afterEach, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { KNOWN_SCHEMA, type SchemaError } from '@/lib/database/handshake';
import { getStatus } from '@/lib/status/get';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { testContext } from '@/lib/testing/factories';
import { until } from '@/lib/testing/until';
import { listWorkers } from './list';
import { bePresent } from './presence';

useDatabaseForEachTest();
const signOffs: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const signOff of signOffs.splice(0)) await signOff();
});

const listed = async () => (await listWorkers(testContext)).processes;

it('a process is told of with its kind, version and room until it has ended', async () => {
  const signOff = await bePresent('smtp');
  expect(await listed()).toEqual([
    expect.objectContaining({
      kind: 'smtp',
      pid: process.pid,
      version: expect.stringMatching(/^\d+\.\d+/),
      alive: true,
      older: false,
      disk: expect.objectContaining({ accepting: true, totalBytes: expect.any(Number) }),
    }),
  ]);
  await signOff();
  expect(await listed()).toEqual([]);
});

it('one beside a newer one is called older, a silent one silent', async () => {
  signOffs.push(await bePresent('web'), await bePresent('worker'), await bePresent('smtp'));
  await sql()`update processes set schema_at = ${KNOWN_SCHEMA + 1} where kind = 'web'`;
  await sql()`update processes set beat_at = now() - interval '1 minute' where kind = 'smtp'`;
  expect((await listed()).map(({ kind, older, alive }) => [kind, older, alive]).toSorted()).toEqual([
    ['smtp', true, false],
    ['web', false, true],
    ['worker', true, true],
  ]);
});

it('a machine that accepts nothing is told of on every page, whichever it is', async () => {
  signOffs.push(await bePresent('web'));
  expect((await getStatus(testContext)).reasons).not.toContain('no_space');
  await sql()`update processes set disk = jsonb_set(disk, '{shortage}', '"disk"')`;
  expect((await getStatus(testContext)).reasons).toContain('no_space');
});

it('one with which the database has become unusable ends', async () => {
  const misfits: SchemaError[] = [];
  signOffs.push(await bePresent('web', { beatMs: 20, onMisfit: (error) => misfits.push(error) }));
  await sql()`insert into schema_marks (schema_at, version) values (${KNOWN_SCHEMA + 1}, '9.0.0')`;
  await until(async () => expect(misfits[0]?.message).toContain('Relevo 9.0.0'));
  await expect(bePresent('web')).rejects.toThrow('cannot run any more');
});
