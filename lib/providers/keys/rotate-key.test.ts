import { describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { loadProvider } from '@/lib/providers/load';
import { updateProvider } from '@/lib/providers/update';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, testContext } from '@/lib/testing/factories';
import {
  asksForKey,
  KEY_SERVICES,
  type KeyService,
  type KeyServiceKind,
  startKeyService,
} from '@/lib/testing/key-services';
import { until } from '@/lib/testing/until';
import { carryOn } from './carry-on';
import { endOldKeys } from './end-old-keys';
import { activateKey, listKeys } from './keys';
import { beginRotation, rotateProviderKey } from './rotate-key';
import { POINTS, type Point } from './rotation-work';

useTestDatabase();
allowLoopbackTargets();

const HOUR_MS = 3_600_000;
const later = (hours: number) => new Date(Date.now() + hours * HOUR_MS);

async function make(kind: KeyServiceKind): Promise<{ service: KeyService; id: string }> {
  const service = await startKeyService(kind);
  const { id } = await makeProvider({
    kind,
    settings: service.settings(service.url),
    secrets: service.secrets(service.keys[0]!),
    keyRotation: { everyDays: 90, graceHours: 48, automatic: true },
  });
  return { service, id };
}

const secretsOf = async (id: string) => (await loadProvider(id))!.config.secrets;
const rotate = (id: string) => rotateProviderKey(testContext, { id });
const keys = (id: string) => listKeys(testContext, { id });
/** They begin together: once all of them wait for the row of the provider. */
async function atOnce<T>(id: string, begin: () => Promise<T>[]): Promise<T[]> {
  const other = await sql().reserve();
  try {
    await other`begin`;
    await other`select from providers where id = ${id} for update`;
    const begun = begin();
    await until(async () => {
      const [row] = await sql()<{ waiting: number }[]>`
        select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      expect(row!.waiting).toBe(begun.length);
    });
    await other`commit`;
    return await Promise.all(begun);
  } finally {
    other.release();
  }
}

/** As after the lease of a process that died. */
const forgetClaims = () => sql()`update provider_key_rotations set claimed_until = null`;

describe.each(KEY_SERVICES)('a key of %s', (kind) => {
  it('is made, tested and used; the one from before is ended when its grace is over, and not earlier', async () => {
    const { service, id } = await make(kind);
    const first = { ...service.keys[0]! };
    expect(await rotate(id)).toMatchObject({ state: 'done', step: 'done', problem: null });
    const [, second] = service.keys;
    expect(await secretsOf(id)).toEqual(service.secrets(second!));
    const { data, rotation, api } = await keys(id);
    expect(
      data.map(({ active, endsAt }) => [
        active,
        endsAt && Math.round((Date.parse(endsAt) - Date.now()) / HOUR_MS),
      ]),
    ).toEqual([
      [false, 48],
      [true, null],
    ]);
    expect([rotation?.state, api?.makesKeys]).toEqual(['done', true]);

    await endOldKeys(later(47));
    expect(service.keys).toHaveLength(2);
    await endOldKeys(later(49));
    const byHand = kind === 'resend';
    // Resend tells nothing of a key that somebody made by hand: a person has to end that one.
    expect(service.keys.map((key) => key.id)).toEqual(byHand ? [first.id, second!.id] : [second!.id]);
    expect((await keys(id)).data.map(({ endedByHand }) => endedByHand)).toEqual(
      byHand ? [true, false] : [false],
    );
    const stored = JSON.stringify([
      await sql()`select * from audit_log`,
      await sql()`select * from provider_key_rotations`,
      await sql()`select * from provider_keys`,
    ]);
    for (const secret of Object.values(service.secrets(second!)).filter((value) => value !== second!.id))
      expect(stored).not.toContain(secret);
  });

  it('that was made by a rotation is ended by the next one', async () => {
    const { service, id } = await make(kind);
    await rotate(id);
    await endOldKeys(later(49));
    if (kind === 'resend') service.keys.shift();
    expect(await rotate(id)).toMatchObject({ state: 'done' });
    await endOldKeys(later(49));
    expect(await secretsOf(id)).toEqual(service.secrets(service.keys.at(-1)!));
    expect(service.keys).toHaveLength(1);
  });

  it.each(POINTS)('is neither lost nor twice when the process dies after: %s', async (dies) => {
    const { service, id } = await make(kind);
    const rotation = await beginRotation(testContext, id);
    const dying = (point: Point) => {
      if (point === dies) throw new Error(`killed: ${point}`);
    };
    await expect(carryOn(testContext, rotation, dying)).rejects.toThrow('killed');
    // The claim of the one that died keeps others away at first.
    await carryOn(testContext, rotation);
    if (dies !== 'activated') expect((await keys(id)).rotation?.state).toBe('waiting');
    await forgetClaims();
    await carryOn(testContext, rotation);
    expect((await keys(id)).rotation).toMatchObject({ state: 'done', problem: null });
    expect(service.keys).toHaveLength(2);
    expect(await secretsOf(id)).toEqual(service.secrets(service.keys[1]!));
  });

  it('whose answer was lost is found, ended and made anew', async () => {
    const { service, id } = await make(kind);
    let lost = 0;
    service.fault = (call) => (asksForKey(call) && lost++ === 0 ? 'lost' : undefined);
    expect(await rotate(id)).toMatchObject({ state: 'waiting', step: 'make', problem: 'unreachable' });
    expect(service.keys).toHaveLength(2);
    const [, unheard] = service.keys;
    expect(await rotate(id)).toMatchObject({ state: 'done' });
    expect(service.keys.map((key) => key.id)).not.toContain(unheard!.id);
    expect(service.keys).toHaveLength(2);
  });

  it('stays in use where the service says no, and a person is told why', async () => {
    const { service, id } = await make(kind);
    const before = await secretsOf(id);
    service.fault = (call) => (asksForKey(call) ? { status: 403, body: 'access forbidden' } : undefined);
    expect(await rotate(id)).toMatchObject({
      state: 'failed',
      step: 'make',
      problem: 'permission',
      detail: '403 access forbidden',
    });
    expect(await secretsOf(id)).toEqual(before);
    expect((await keys(id)).data).toHaveLength(1);
    service.fault = undefined;
    expect(await rotate(id)).toMatchObject({ state: 'done' });
  });

  it('stays in use where the new one never passes its test, and that one is ended', async () => {
    const { service, id } = await make(kind);
    const before = await secretsOf(id);
    const first = service.keys[0]!.secret;
    const isTest = /v3\/scopes|domains|v2\/email/;
    service.fault = ({ path, headers }) => {
      const given = `${headers.authorization} ${Buffer.from((headers.authorization ?? '').replace('Basic ', ''), 'base64')}`;
      const isFirst = given.includes(first) || given.includes(service.keys[0]!.id);
      return isTest.test(path) && !isFirst ? { status: 403, body: '{}' } : undefined;
    };
    for (let tries = 0; tries < 5; tries++)
      expect(await rotate(id)).toMatchObject({ state: 'waiting', step: 'test', problem: 'test' });
    expect(await rotate(id)).toMatchObject({ state: 'failed', problem: 'test' });
    expect(await secretsOf(id)).toEqual(before);
    expect([service.keys.length, (await keys(id)).data.length]).toEqual([1, 1]);
  });
});

describe('an old key', () => {
  it('is not ended while the one in use does not pass its test, nor once it is used again', async () => {
    const { service, id } = await make('sendgrid');
    await rotate(id);
    service.fault = ({ path }) => (path === '/v3/scopes' ? { status: 500, body: 'down' } : undefined);
    await endOldKeys(later(49));
    expect(service.keys).toHaveLength(2);
    expect((await keys(id)).rotation).toMatchObject({ state: 'done', problem: 'end' });
    service.fault = undefined;
    const [old] = (await keys(id)).data;
    await activateKey(testContext, { id, keyId: old!.id });
    await endOldKeys(later(49));
    expect(service.keys).toHaveLength(2);
    expect((await keys(id)).data.map(({ endsAt }) => endsAt)).toEqual([null, null]);
  });

  it('that was typed anew meanwhile is another one, which is not ended by the id of the former', async () => {
    const { service, id } = await make('resend');
    await rotate(id);
    service.keys.push({ id: 'typed', name: 'typed', secret: 're_typed_by_hand', madeAt: new Date() });
    await updateProvider(testContext, { id, secrets: { apiKey: 're_typed_by_hand' } });
    await rotate(id);
    await endOldKeys(later(49));
    expect(service.keys.map(({ id: held }) => held)).toContain('typed');
  });
});

it('two at once are one', async () => {
  const { service, id } = await make('sendgrid');
  const both = await atOnce(id, () => [rotate(id), rotate(id)]);
  expect(new Set(both.map((one) => one.id)).size).toBe(1);
  expect(service.calls.filter(asksForKey)).toHaveLength(1);
  expect((await keys(id)).rotation?.state).toBe('done');
});

it.each([
  ['brevo', { apiKey: 'xkeysib-0123456789' }, 'keys_by_hand'],
  ['postmark', { apiKey: '0123456789-0123' }, 'keys_by_hand'],
  ['sendgrid', {}, 'no_key'],
] as const)('is refused where there is nothing to ask: %s %j', async (kind, secrets, code) => {
  const { id } = await makeProvider({ kind, secrets });
  await expect(rotate(id)).rejects.toMatchObject({ code: 'conflict', options: { reason: { code } } });
  expect((await keys(id)).rotation).toBeNull();
});
