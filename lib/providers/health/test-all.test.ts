import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { startScriptedSmtp } from '@/lib/testing/scripted-smtp';
import { startMailServer } from '@/lib/testing/smtp-server';
import { until } from '@/lib/testing/until';
import { testAllProviders } from './test-all';

useTestDatabase();

const PASSWORD = 'canary-secret-0123456789';
const makeSmtp = (name: string, port: number, priority = 50) =>
  makeProvider({
    name,
    priority,
    kind: 'smtp',
    settings: { host: '127.0.0.1', port, security: 'none', username: 'clinic' },
    secrets: { password: PASSWORD },
  });

beforeEach(() => sql()`delete from providers`);

describe('testAllProviders', () => {
  it('tests side by side, and no longer than the limit even where nobody answers', async () => {
    const login = { username: 'clinic', password: PASSWORD };
    await makeSmtp('Works', (await startMailServer({ login })).port, 90);
    const silent = await Promise.all(
      Array.from({ length: 3 }, () => startScriptedSmtp({ greeting: 'hang' })),
    );
    for (const [index, name] of ['Hangs', 'Hangs too', 'Hangs as well'].entries())
      await makeSmtp(name, silent[index]!.port);
    await makeSmtp('Hangs late', (await startScriptedSmtp({ auth: 'hang' })).port);
    await makeProvider({ name: 'Paused', active: false, priority: 10, settings: { behaviour: 'down' } });
    const testing = testAllProviders({ ...testContext, locale: 'es' }, { limitMs: 3_000 });
    await until(() => expect(silent.map((server) => server.open())).toEqual([1, 1, 1]));
    const { data } = await testing;
    expect(data.map(({ name, ok, cause }) => [name, ok, cause])).toEqual([
      ['Works', true, undefined],
      ['Hangs', false, 'timeout'],
      ['Hangs as well', false, 'timeout'],
      ['Hangs late', false, expect.stringMatching(/timeout/)],
      ['Hangs too', false, 'timeout'],
      ['Paused', false, 'refused'],
    ]);
    expect(data.at(-1)!.summary).toContain('Paused rechaza la conexión');
    expect(JSON.stringify(data)).not.toContain(PASSWORD);
    expect(await sql()`select from provider_tests`).toHaveLength(6);
  });

  it('tells the others when one cannot even be opened', async () => {
    await makeProvider({ name: 'Fine' });
    const { id } = await makeSmtp('Broken', 1);
    await sql()`
      update provider_keys set secrets = jsonb_set(secrets, '{password,sealed}', '"enc:v1:k1:AAAA:AAAA"')
      where provider_id = ${id}`;
    const { data } = await testAllProviders(testContext);
    expect(data.map(({ name, ok }) => [name, ok])).toEqual([
      ['Broken', false],
      ['Fine', true],
    ]);
  });

  it('of none are none', async () => {
    expect(await testAllProviders(testContext)).toEqual({ data: [] });
  });
});
