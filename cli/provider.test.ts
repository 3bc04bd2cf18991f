import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { loadProvider } from '@/lib/providers/load';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider } from '@/lib/testing/factories';
import { startScriptedSmtp } from '@/lib/testing/scripted-smtp';

useTestDatabase();
beforeEach(() => sql()`delete from providers`);

const FIRST = 'first-canary-0123456789';
const UNKNOWN_NAME = '550 5.7.1 <clinic>: Helo command rejected: Host not found';
const SECOND = 'second-canary-9876543210';

/** `./relevo provider …` on this test's database. */
async function provider(args: string[], input = '') {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'cli/main.ts', 'provider', ...args]);
  child.stdin.end(input);
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'exit'),
  ]);
  expect(stdout + stderr).not.toMatch(/canary/);
  return { stdout, stderr, code };
}

describe('provider key', () => {
  it('adds, lists, activates and removes, and never prints a secret', async () => {
    const { id } = await makeProvider({
      name: 'Office',
      kind: 'smtp',
      settings: { host: 'smtp.example.com', username: 'clinic' },
      secrets: { password: FIRST },
    });
    const secrets = JSON.stringify({ secrets: { password: SECOND } });
    const added = await provider(
      ['key', 'add', 'office', '--label', 'New', '--scopes', 'send only', '--file', '-'],
      secrets,
    );
    expect(added).toMatchObject({ stdout: 'Added the key New.\n', code: 0 });
    const listed = (await provider(['key', 'list', 'office'])).stdout.split('\n');
    expect(listed[0]).toMatch(/^default\tactive\tpassword ••••\t/);
    expect(listed[1]).toMatch(/^New\t-\tpassword ••••\t.*\tsend only\t/);
    expect((await provider(['key', 'remove', 'office', 'default'])).stderr).toContain('Activate another one');
    const activated = JSON.parse((await provider(['key', 'activate', 'office', 'new', '--json'])).stdout);
    expect(activated).toMatchObject({ label: 'New', active: true });
    expect((await loadProvider(id))?.config.secrets).toEqual({ password: SECOND });
    expect((await provider(['key', 'remove', 'office', 'default'])).code).toBe(0);
  }, 60_000);

  it('says what is wrong with a file', async () => {
    await makeProvider({ kind: 'sandbox', name: 'Sandbox' });
    const answer = await provider(['key', 'add', 'sandbox', '--label', 'x', '--file', '-'], '{"secrets":{}}');
    expect(answer).toMatchObject({ code: 1, stderr: 'secrets: must name at least one secret\n' });
  });
});

it('provider pause and resume, each by name, and once more changes nothing', async () => {
  const { id } = await makeProvider({ kind: 'sandbox', name: 'Own server' });
  const isActive = async () => (await loadProvider(id))?.row.active;
  expect(await provider(['pause', 'own server'])).toMatchObject({ stdout: 'Paused Own server.\n', code: 0 });
  expect(await isActive()).toBe(false);
  const resumed = JSON.parse((await provider(['resume', id, '--json'])).stdout);
  expect(resumed).toMatchObject({ id, active: true });
  expect(await provider(['resume', id])).toMatchObject({ stdout: 'Resumed Own server.\n', code: 0 });
  expect(await isActive()).toBe(true);
  expect(await provider(['pause', 'nobody'])).toMatchObject({ code: 1 });
}, 60_000);

describe('provider test', () => {
  it('tests one or all, and exits with 1 when one does not work', async () => {
    await makeProvider({ kind: 'sandbox', name: 'Fine', priority: 100 });
    await makeProvider({ kind: 'sandbox', name: 'Down', priority: 90, settings: { behaviour: 'down' } });
    expect((await provider(['test', 'fine'])).code).toBe(0);
    const all = await provider(['test', '--all']);
    expect(all.code).toBe(1);
    expect(all.stdout).toMatch(/^✓\tFine\t.+\n✗\tDown\t.+\n✗\tqueue\tNo worker is running.+\n/);
    const { data } = JSON.parse((await provider(['test', '--all', '--json'])).stdout);
    expect(data[1]).toMatchObject({ name: 'Down', ok: false, cause: 'refused' });
  }, 60_000);

  it('sends a real message through each, and says of each in a line what is wrong and what to do', async () => {
    const [good, refusing] = [await startScriptedSmtp(), await startScriptedSmtp({ mail: UNKNOWN_NAME })];
    const make = (name: string, port: number, priority: number, fromEmail?: string) =>
      makeProvider({
        name,
        priority,
        fromEmail,
        kind: 'smtp',
        settings: { host: '127.0.0.1', port, security: 'none' },
      });
    await make('Office', good.port, 90, 'clinic@example.com');
    await make('Strict', refusing.port, 80, 'clinic@example.com');
    await make('New', good.port, 70);
    const { code, stdout } = await provider(['test', '--all', '--send-to', 'ana@example.com']);
    expect(code).toBe(1);
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toEqual([
      expect.stringMatching(/^✓\tOffice\tOffice works/),
      expect.stringMatching(/^✗\tStrict\tStrict does not accept the name by which .+ EHLO name/),
      expect.stringMatching(/^✗\tNew\tNew has no sender address yet/),
      expect.stringMatching(/^–\tqueue\tThe queue was not tested/),
    ]);
    expect(good.mails).toMatchObject([{ from: 'clinic@example.com', to: ['ana@example.com'] }]);
  }, 60_000);

  it('sends a real message through one, and is content when all is well', async () => {
    const server = await startScriptedSmtp();
    const settings = { host: '127.0.0.1', port: server.port, security: 'none' };
    await makeProvider({ name: 'Post', kind: 'smtp', fromEmail: 'clinic@example.com', settings });
    for (const args of [['post'], ['--all']]) {
      const { code } = await provider(['test', ...args, '--send-to', 'ana@example.com']);
      expect(code).toBe(0);
    }
    expect(server.mails).toHaveLength(2);
  }, 60_000);

  it.each([
    [['test'], 'name: name one provider, or --all\n'],
    [['test', 'fine', '--all'], 'name: name one provider, or --all\n'],
    [['test', '--all', '--send-to', 'ana'], expect.stringMatching(/^to: /)],
  ])('wants one provider or --all, and an address: %j', async (args, stderr) => {
    await makeProvider({ kind: 'sandbox' });
    expect(await provider(args)).toMatchObject({ code: 1, stderr });
  });
});

describe('provider list', () => {
  it('tells of each its health, breaker, weight, room and pace', async () => {
    const fine = await makeProvider({
      kind: 'sandbox',
      name: 'Listed',
      priority: 100,
      weight: 3,
      limits: { second: 5 },
    });
    const ill = await makeProvider({ kind: 'sandbox', name: 'Ill', priority: 99 });
    const full = await makeProvider({ kind: 'sandbox', name: 'Full', priority: 98, limits: { month: 10 } });
    const until = new Date(Date.now() + 3_600_000);
    await sql()`
      update provider_health set open_until = ${until}, consecutive_failures = 5, weight_percent = 40 where provider_id = ${ill.id}`;
    await sql()`
      insert into provider_pace (provider_id, rate, ceiling, changed_at) values (${ill.id}, 0.5, 0.5, now() + interval '1 hour')`;
    await sql()`
      insert into usage_windows (owner_id, unit, starts_at, used) values (${full.id}, 'month', now(), 9)`;
    const printed = (await provider(['list'])).stdout.split('\n').map((line) => line.split('\t'));
    const lineOf = (name: string) => printed.find((line) => line[0] === name)!;
    const iso = until.toISOString();
    expect(lineOf('Listed')).toEqual([
      'Listed',
      'sandbox',
      'active',
      'priority 100',
      'healthy',
      'weight 3',
      'room',
      '5 a second',
      fine.id,
    ]);
    expect(lineOf('Ill').slice(4, 6)).toEqual([
      `breaker open until ${iso} after 5 failures`,
      'weight 40 % of 1',
    ]);
    expect(lineOf('Ill')[7]).toBe('slowed to 0.5 a second');
    expect(lineOf('Full')[6]).toMatch(/^no room until .+T00:00:00.000Z \(limit a month\)$/);
    // What the log says of it must not stand among the JSON.
    await sql()`update providers set kind = 'pigeon' where id = ${fine.id}`;
    const { data } = JSON.parse((await provider(['list', '--json'])).stdout);
    const named = (name: string) => data.find((each: { name: string }) => each.name === name);
    expect(named('Ill')).toMatchObject({ health: { breaker: 'open', weightPercent: 40 }, full: null });
    expect(named('Full')).toMatchObject({ full: { unit: 'month' } });
    expect(named('Listed').health.problem).toEqual({ reason: 'kind', detail: 'pigeon' });
  }, 60_000);
});
