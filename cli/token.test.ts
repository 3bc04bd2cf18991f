import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { useTestDatabase } from '@/lib/testing/database';

useTestDatabase();

const run = promisify(execFile);
const relevo = async (...args: string[]) =>
  (await run(process.execPath, ['scripts/run.mjs', 'cli/main.ts', 'token', ...args])).stdout.trim();

it('a token is made with its bounds, rotated, listed and revoked by its name', async () => {
  const bounds = ['--kind', 'test', '--from-domains', 'clinic.example', '--limit-minute', '60'];
  const made = await relevo('create', '--name', 'desk', '--scopes', 'messages:send', ...bounds);
  const rotated = await relevo('rotate', 'desk', '--grace', '2');
  expect(rotated).toMatch(/^rlv_[0-9A-Za-z]{12}_[0-9A-Za-z]{49}$/);
  expect([rotated.slice(0, 17), rotated === made]).toEqual([made.slice(0, 17), false]);
  const { data } = JSON.parse(await relevo('list', '--json'));
  expect(data).toMatchObject([
    {
      name: 'desk',
      kind: 'test',
      fromDomains: ['clinic.example'],
      limits: { minute: 60, day: null },
      previousValidUntil: expect.any(String),
    },
  ]);
  expect(await relevo('automatic', 'desk', '--every', '90d', '--grace', '48')).toMatch(
    /^desk: a new secret every 90 days, the next \d{4}-.*Z\ntold: nobody$/,
  );
  await expect(relevo('automatic', 'desk', '--responsible', 'x@example.com')).rejects.toMatchObject({
    stderr: expect.stringContaining('There is no person x@example.com who may change tokens.'),
  });
  expect(await relevo('automatic', 'desk', '--every', 'off')).toContain('no new secret by itself');
  await relevo('revoke', 'desk');
  expect(await relevo('list')).toMatch(/^desk {2}rlv_.* {2}revoked /);
  await expect(relevo('rotate', 'nobody')).rejects.toMatchObject({
    stderr: expect.stringContaining('There is no token nobody.'),
  });
  await expect(relevo('create', '--name', 'typo', '--scopes', 'message:send')).rejects.toMatchObject({
    stderr: expect.stringContaining(
      'Invalid option: "message:send" (did you mean messages:send?); there are addresses:read,',
    ),
  });
}, 60_000);
