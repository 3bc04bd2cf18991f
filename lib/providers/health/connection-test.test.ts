import { describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { getProvider } from '@/lib/providers/get';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { startScriptedSmtp } from '@/lib/testing/scripted-smtp';
import { startMailServer } from '@/lib/testing/smtp-server';
import { testProvider } from './connection-test';

useTestDatabase();

const PASSWORD = 'correct-horse-battery';

const makeSmtp = (port: number, input: object = {}) =>
  makeProvider({
    kind: 'smtp',
    settings: { host: '127.0.0.1', port, security: 'none', username: 'clinic' },
    secrets: { password: PASSWORD },
    ...input,
  });

describe('testProvider', () => {
  it('signs in for real, tells each step, and keeps the result', async () => {
    const server = await startMailServer({ login: { username: 'clinic', password: PASSWORD } });
    const { id } = await makeSmtp(server.port, { name: 'Clinic' });
    const test = await testProvider(testContext, { id });
    expect(test).toMatchObject({ ok: true, cause: undefined });
    expect(test.steps.map(({ name, ok }) => [name, ok])).toEqual([
      ['dns', true],
      ['connect', true],
      ['greeting', true],
      ['auth', true],
      ['envelope', true],
    ]);
    expect(test.summary).toContain('Clinic');
    expect(server.mails).toHaveLength(0);
    expect((await getProvider(testContext, id)).lastTest).toMatchObject({ ok: true, at: test.at });
  });

  it('sends a real message when an address is given', async () => {
    const server = await startMailServer({ login: { username: 'clinic', password: PASSWORD } });
    const { id } = await makeSmtp(server.port);
    expect(await testProvider(testContext, { id, to: 'ana@example.com' })).toMatchObject({ ok: true });
    expect(server.mails).toMatchObject([{ from: 'clinic@example.com', to: ['ana@example.com'] }]);
  });

  it('says in the language of the reader who must act and how', async () => {
    const server = await startMailServer({ login: { username: 'clinic', password: 'another' } });
    const { id } = await makeSmtp(server.port, { name: 'Clínica' });
    const test = await testProvider({ ...testContext, locale: 'es' }, { id });
    expect(test).toMatchObject({ ok: false, cause: 'auth' });
    expect(test.summary).toMatch(/^Clínica no acepta el usuario o la contraseña/);
  });

  it('hides a password that the server repeats, from the answer and from what is kept', async () => {
    const server = await startScriptedSmtp({ auth: `535 5.7.8 Wrong password ${PASSWORD}` });
    const { id } = await makeSmtp(server.port);
    const test = await testProvider(testContext, { id });
    expect(test).toMatchObject({ ok: false, cause: 'auth' });
    expect(JSON.stringify(test)).not.toContain(PASSWORD);
    const kept = await sql()`select steps, transcript from provider_tests where provider_id = ${id}`;
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(PASSWORD);
  });

  it('knows the service and sends to its own page', async () => {
    const server = await startScriptedSmtp({ auth: '535 5.7.8 Username and Password not accepted' });
    const settings = { host: '127.0.0.1', port: server.port, security: 'none', username: 'clinic' };
    const { id } = await makeSmtp(server.port, { settings: { ...settings, preset: 'gmail' } });
    const english = await testProvider(testContext, { id });
    expect(english.summary).toContain('https://myaccount.google.com/apppasswords');
    const spanish = await testProvider({ ...testContext, locale: 'es' }, { id });
    expect(spanish.summary).toMatch(/^Gmail rechaza su contraseña habitual\..*apppasswords/);
  });

  it('does not find what is not there', async () => {
    await expect(testProvider(testContext, { id: newId() })).rejects.toMatchObject({ code: 'not_found' });
  });
});
