import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { forgetProviders } from '@/lib/providers/cache';
import { closeAdapters } from '@/lib/providers/registry';
import type { SettingsPatch } from '@/lib/settings/schema';
import { updateSettings } from '@/lib/settings/update';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { deliverAgain, deliverOne } from '@/lib/testing/deliver';
import { closeBreakers, makeProvider, testContext } from '@/lib/testing/factories';
import { findViolations } from '@/lib/testing/invariants';
import { type SmtpScript, startScriptedSmtp } from '@/lib/testing/scripted-smtp';

useTestDatabase();
allowLoopbackTargets();
beforeEach(async () => {
  await sql()`delete from providers`;
  forgetProviders();
  await closeBreakers();
});
afterEach(async () => {
  await closeAdapters();
  expect(await findViolations(sql())).toEqual([]);
});

type Development = NonNullable<NonNullable<SettingsPatch['delivery']>['development']>;
const switchOn = (development: Development) =>
  updateSettings(testContext, { delivery: { development: { enabled: true, ...development } } });

async function makeServer(script: SmtpScript = {}) {
  const server = await startScriptedSmtp(script);
  const settings = { host: '127.0.0.1', port: server.port, security: 'none' };
  await makeProvider({ name: 'Real', kind: 'smtp', settings, costPerMessage: '0.5' });
  await makeProvider({ name: 'Sandbox', kind: 'sandbox' });
  return server;
}

const people = { to: ['ana@example.com', 'Luz <luz@example.org>'], bcc: ['boss@example.com'] };

describe('development mode', () => {
  it('is off as shipped', async () => {
    const { mails } = await makeServer();
    await updateSettings(testContext, { delivery: { development: { enabled: false } } });
    await deliverOne({ to: 'ana@example.com' });
    expect(mails[0]).toMatchObject({ to: ['ana@example.com'] });
  });

  it('sends each mail to the one address, which reads for whom it was, and to nobody else', async () => {
    const { mails } = await makeServer();
    await switchOn({ redirectTo: 'dev@example.net', onlyTo: [] });
    const message = await deliverOne(people);
    expect(message.status).toBe('sent');
    // One mail was paid for.
    expect(message.attempts[0]!.cost).toBe('0.5');
    expect(message.attempts[0]!.outcomes!.map(({ reply }) => reply)).toEqual(
      Array.from({ length: 3 }, () => expect.stringContaining('(development mode: dev@example.net)')),
    );
    expect(mails.map(({ to }) => to)).toEqual([['dev@example.net']]);
    const raw = mails[0]!.raw.toString();
    expect(raw).toMatch(/^To: "?ana@example.com \+2"? <dev@example.net>/m);
    expect(raw).not.toMatch(/luz@example.org|boss@example.com/);
  });

  it('keeps it in the sandbox where no address is given, to be sent for real later', async () => {
    const { mails } = await makeServer();
    await switchOn({ redirectTo: null, onlyTo: [] });
    const { id, status, provider } = await deliverOne(people);
    expect({ status, provider }).toEqual({ status: 'captured', provider: 'Sandbox' });
    expect(mails).toEqual([]);
    expect(id).toBeTruthy();
  });

  it('finds a sandbox for it where there is none, and whoever was named to carry it', async () => {
    const { mails } = await makeServer();
    await sql()`delete from providers where name = 'Sandbox'`;
    forgetProviders();
    await switchOn({ redirectTo: null, onlyTo: [] });
    expect((await deliverOne({ ...people, providers: ['Real'] })).status).toBe('captured');
    expect(mails).toEqual([]);
  });

  it('leaves those of the list alone, and only where all of a message are on it', async () => {
    const { mails } = await makeServer();
    await switchOn({ redirectTo: 'dev@example.net', onlyTo: ['Ana@Example.com', '@example.org'] });
    await deliverOne({ to: ['ana@example.com', 'luz@example.org'] });
    await deliverOne({ to: ['ana@example.com', 'eva@example.com'] });
    expect(mails.map(({ to }) => to)).toEqual([['ana@example.com', 'luz@example.org'], ['dev@example.net']]);
  });

  it('holds nothing against recipients where nobody is at the one address', async () => {
    await makeServer({ rcpt: () => '550 5.1.1 No such user here' });
    await switchOn({ redirectTo: 'nobody@example.net', onlyTo: [] });
    const message = await deliverOne({ to: 'ana@example.com' });
    expect(message.status).toBe('failed');
    expect(await sql()`select from suppressions`).toHaveLength(0);
    expect(message.events.map(({ type }) => type)).not.toContain('bounced');
  });

  it('switched off lets what waits go to whom it is for', async () => {
    let refuses = true;
    const { mails } = await makeServer({ mail: () => (refuses ? '451 4.3.0 Try again later' : undefined) });
    await switchOn({ redirectTo: 'dev@example.net', onlyTo: [] });
    await updateSettings(testContext, { delivery: { retries: { immediateTries: 1 } } });
    const { id } = await deliverOne({ to: 'ana@example.com' });
    refuses = false;
    await switchOn({ enabled: false });
    await sql()`update messages set due_at = now() where id = ${id}`;
    await deliverAgain([id]);
    expect(mails.map(({ to }) => to)).toEqual([['ana@example.com']]);
  });
});
