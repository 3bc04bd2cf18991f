import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { freePort } from '@/lib/database/embedded/free-port';

const temporary = mkdtempSync(join(tmpdir(), 'relevo-start-'));
afterAll(() => rmSync(temporary, { recursive: true }));

/** Starts the supervisor as far as it gets. */
function start(env: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', 'server/start.ts'], {
    env: {
      PATH: process.env.PATH,
      RELEVO_DATA_DIR: join(temporary, 'data'),
      ...env,
    } as unknown as NodeJS.ProcessEnv,
    encoding: 'utf8',
    timeout: 20_000,
  });
  return { status, stdout, lines: stderr.trimEnd().split('\n') };
}

describe('what a person can mend is one clear line and exit code 1', () => {
  test('a wrong variable, a line for each', () => {
    const { status, lines } = start({ PORT: 'abc', AUTH_SECRET: 'short' });
    expect(status).toBe(1);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^PORT: /);
    expect(lines[1]).toMatch(/^AUTH_SECRET: /);
  });

  test('a busy port is named, with the way out', async () => {
    const busy = createServer().listen(0, '127.0.0.1');
    await once(busy, 'listening');
    const { port } = busy.address() as AddressInfo;
    const { status, lines } = start({ PORT: String(port) });
    busy.close();
    expect(status).toBe(1);
    expect(lines).toEqual([
      `Port ${port} on 127.0.0.1 is in use. Choose another one: PORT=${port === 65535 ? 3000 : port + 1} npm start`,
    ]);
  });

  test('an unreachable database is named without its password', async () => {
    const { status, lines } = start({
      PORT: String(await freePort()),
      DATABASE_URL: 'postgres://someone:very-secret@127.0.0.1:1/relevo',
    });
    expect(status).toBe(1);
    expect(lines).toEqual([
      'DATABASE_URL: the database relevo at 127.0.0.1:1 cannot be reached: connection refused.',
    ]);
  });
});
