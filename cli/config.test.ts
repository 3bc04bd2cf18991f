import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { useDatabaseForEachTest } from '@/lib/testing/database';

useDatabaseForEachTest();

/** `./relevo config …` on this test's database, with a document on standard input. */
async function config(args: string[], document = '') {
  const env = { ...process.env, OFFICE_PASSWORD: 'canary-password-3' };
  const child = spawn(process.execPath, ['scripts/run.mjs', 'cli/main.ts', 'config', ...args], { env });
  child.stdin.end(document);
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  return { stdout, stderr, code };
}

const document = (port: number) => `relevo: 1
providers:
  Office:
    kind: smtp
    settings: { host: smtp.example.com, port: ${port}, security: starttls, username: receipts }
    secrets: { password: { env: OFFICE_PASSWORD } }
`;

it('is looked at, applied, told and exported on the command line', async () => {
  expect(await config(['diff', '-'], document(587))).toMatchObject({
    code: 2,
    stdout: '1 added, 0 changed, 0 removed\nAdd Provider: Office\n',
  });
  expect((await config(['import', '-'], document(587))).code).toBe(0);
  expect((await config(['apply', '-', '--dry-run'], document(465))).stdout).toContain(
    'settings.port 587 → 465',
  );
  const exported = await config(['export', '--section', 'providers']);
  expect(exported.stdout).toContain('secrets:\n      password:\n        set: true');
  expect(exported.stdout).not.toContain('canary');
  const wrong = await config(['validate', '-', '--offline'], document(587).replace('kind', 'kin'));
  expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('did you mean kind?') });
}, 60_000);

it('goes back to a version, whole or in one thing', async () => {
  expect((await config(['apply', '-'], document(2525))).code).toBe(0);
  const [newest] = (await config(['history'])).stdout.split('\n');
  const number = Number(newest!.split(' ')[0]);
  expect(newest).toMatch(/^\d+ {2}\d{4}-\d\d-\d\d \d\d:\d\d UTC {2}command line {2}/);
  expect((await config(['apply', '-'], document(587))).code).toBe(0);
  expect((await config(['show', `${number + 1}`])).stdout).toContain('settings.port 2525 → 587');
  expect((await config(['show', `${number}`, '--document'])).stdout).toContain('port: 2525');
  const only = await config(['restore', `${number}`, '--only', 'providers/Office']);
  expect(only).toMatchObject({ code: 0, stdout: expect.stringContaining('settings.port 587 → 2525') });
  expect((await config(['restore', `${number}`, '--dry-run'])).stdout).toContain('Nothing differs');
}, 120_000);
