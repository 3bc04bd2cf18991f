import { globSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import { ACCESS } from '@/lib/http/handle';
import { newId } from '@/lib/ids';
import { isConfirmed, type Permission } from '@/lib/permissions';
import { useTestDatabase } from '@/lib/testing/database';
import { makeProvider, makeToken } from '@/lib/testing/factories';
import { call, signIn } from '@/lib/testing/http';

useTestDatabase();

const incoming = vi.hoisted(() => ({ headers: new Headers() }));
vi.mock('next/headers', () => ({
  headers: async () => incoming.headers,
  cookies: async () => ({ get: () => undefined }),
}));
/** next-auth loads parts of Next that exist only inside a server of Next. */
vi.mock('@/app/api/auth/auth', () => ({
  handlers: {},
  signIn: vi.fn(),
  signOut: vi.fn(),
  SignInRefused: Error,
}));

type Access = { may?: Permission; confirm?: boolean };
type Callable = ((...args: unknown[]) => Promise<unknown>) & { [ACCESS]?: Access };

/** Every action and every writing method of a route that gives out access, found where they stand. */
async function findAll(pattern: string, isWriting: (name: string) => boolean) {
  const found: [string, Callable][] = [];
  for (const file of globSync(pattern).toSorted()) {
    const exports: Record<string, Callable> = await import(/* @vite-ignore */ `../${file}`);
    for (const [name, callable] of Object.entries(exports)) {
      const { may, confirm } = callable[ACCESS] ?? {};
      if (may && (confirm ?? (isWriting(name) && isConfirmed(may))))
        found.push([`${file} ${name}`, callable]);
    }
  }
  return found;
}

const actions = await findAll('app/**/actions.ts', () => true);
const routes = await findAll('app/api/{v1,oauth}/**/route.ts', (name) => name !== 'GET');
const code = 'confirmation_needed';
let cookie: string;

const confirmedBefore = (minutes: number) =>
  sql()`update sessions set confirmed_at = now() - make_interval(mins => ${minutes})`;

beforeAll(async () => {
  cookie = await signIn('administrator');
  incoming.headers = new Headers({ cookie, 'sec-fetch-site': 'same-origin' });
});
beforeEach(() => confirmedBefore(11));

describe('what gives out access, in a session that was confirmed more than ten minutes ago', () => {
  it('is found where it stands', () => {
    expect(actions.length).toBeGreaterThanOrEqual(8);
    expect(routes.length).toBeGreaterThanOrEqual(8);
    expect(routes.map(([name]) => name)).toEqual(
      expect.arrayContaining([
        'app/api/oauth/start/route.ts GET',
        'app/api/v1/audit.csv/route.ts GET',
        'app/api/v1/messages.csv/route.ts GET',
      ]),
    );
  });

  it.each(actions)('is refused: %s', async (_name, action) => {
    expect(await action({})).toMatchObject({ ok: false, error: { code } });
    await confirmedBefore(9);
    expect(await action({})).not.toMatchObject({ error: { code } });
  });

  it.each(routes)('is refused: %s', async (name, handler) => {
    const method = name.split(' ').at(-1) as 'POST';
    const request = {
      method,
      ...((method as string) !== 'GET' && { body: {} }),
      cookie,
      params: { id: 'x', keyId: 'x' },
    };
    const headers = { 'sec-fetch-site': 'same-origin' };
    expect((await call(handler as never, { ...request, headers })).body).toMatchObject({ status: 403, code });
    await confirmedBefore(9);
    expect((await call(handler as never, { ...request, headers })).body?.code).not.toBe(code);
  });

  it('is refused where it is part of something else: secrets of providers, the settings for security', async () => {
    const { id } = await makeProvider();
    const { createProviderAction, updateProviderAction, addKeyAction, activateKeyAction } = await import(
      '@/app/(panel)/providers/actions'
    );
    const { updateSettingsAction } = await import('@/app/(panel)/settings/actions');
    const secrets = { apiKey: 'xkeysib-planted' };
    const refused = { ok: false, error: { code } };
    const provider = { name: 'new', kind: 'brevo' as const, settings: {}, fromEmail: 'a@example.com' };
    expect(await createProviderAction({ ...provider, secrets })).toMatchObject(refused);
    expect(await updateProviderAction({ id, secrets })).toMatchObject(refused);
    expect(await addKeyAction({ id, label: 'new', secrets, activate: false })).toMatchObject(refused);
    expect(await activateKeyAction({ id, keyId: newId() })).toMatchObject(refused);
    expect(await updateSettingsAction({ security: { sessionHours: 700 } })).toMatchObject(refused);
    expect(await updateProviderAction({ id, name: 'another' })).toMatchObject({ ok: true });
    expect(await updateSettingsAction({ general: { currency: 'PYG' } })).toMatchObject({ ok: true });
    await confirmedBefore(9);
    expect(await createProviderAction({ ...provider, secrets })).toMatchObject({ ok: true });
    expect(await updateSettingsAction({ security: { sessionHours: 700 } })).toMatchObject({ ok: true });
  });
});

describe('what asks for no confirmation', () => {
  it('is to take access away, and anything that a token does', async () => {
    const { revokeTokenAction } = await import('@/app/(panel)/tokens/actions');
    await makeToken(['messages:read']);
    const [row] = await sql()`select id from tokens limit 1`;
    expect(await revokeTokenAction({ id: row!.id })).toMatchObject({ ok: true });
    const { POST } = await import('@/app/api/v1/tokens/route');
    const token = await makeToken(['tokens:write', 'messages:read']);
    const made = await call(POST, { token, body: { name: 'child', scopes: ['messages:read'] } });
    expect(made.status).toBe(201);
    const { GET } = await import('@/app/api/v1/messages.csv/route');
    expect((await call(GET, { token })).status).toBe(200);
  });
});
