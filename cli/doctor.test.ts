import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { translator } from '@/lib/i18n/translate';
import { useTestDatabase } from '@/lib/testing/database';
import { setUpZones } from '@/lib/testing/dns-server';
import { makeProvider } from '@/lib/testing/factories';
import { languageOf } from './doctor';

useTestDatabase();

/** `./relevo doctor …` on this test's database. */
async function doctor(...args: string[]): Promise<{ code: number; stdout: string }> {
  const command = ['scripts/run.mjs', 'cli/main.ts', 'doctor', ...args];
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  return promisify(execFile)(process.execPath, command, { env }).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error) => error,
  );
}

it('./relevo doctor says what mends it, in both languages, and by its exit code', async () => {
  const served = await setUpZones({ 'example.com': [{ SOA: ['ns.example.com', 1] }] });
  await makeProvider({
    kind: 'smtp',
    name: 'Gone',
    settings: { host: '127.0.0.1', port: 1, security: 'none' },
  });
  const english = await doctor();
  expect(english).toMatchObject({ code: 1, stdout: expect.stringContaining('✗ Gone\n') });
  expect(english.stdout).toContain(`→ ${translator('en')('tests.causes.refused', { name: 'Gone' })}`);
  expect(english.stdout).toContain('Looked at no domain, 1 provider and 1 server of DNS.');
  expect((await doctor('--language', 'es')).stdout).toContain('Por arreglar: 1.');

  const json = JSON.parse((await doctor('--json', '--only', 'providers')).stdout);
  expect(json).toMatchObject({ state: 'error', looked: { dns: 0, domains: 0, providers: 1, ai: 0 } });
  expect(await doctor('--only', 'dns')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('Nothing is to be mended.'),
  });
  served.zones['example.com'] = ['SERVFAIL'];
  expect(await doctor('--only', 'dns')).toMatchObject({ code: 1 });
  expect(await doctor('--only', 'weather')).toMatchObject({ code: 1, stdout: '' });
}, 300_000);

it('speaks as the terminal does', () => {
  expect(languageOf({ LANG: 'es_PY.UTF-8' })).toBe('es');
  expect(languageOf({ LANG: 'es_PY.UTF-8', LC_ALL: 'C' })).toBe('en');
  expect(languageOf({})).toBe('en');
});
