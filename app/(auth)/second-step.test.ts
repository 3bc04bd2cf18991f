import { beforeEach, expect, it, vi } from 'vitest';
import {
  beginSecondFactorAction,
  changePasswordAction,
  confirmSecondFactorAction,
  removeSecondFactorAction,
} from '@/app/(panel)/account/actions';
import { createUser } from '@/lib/auth/create-user';
import { readSession, startSession } from '@/lib/auth/session';
import { sealSession } from '@/lib/auth/session-cookie';
import { type SecondFactorNeeded, signIn } from '@/lib/auth/sign-in';
import { commandContext } from '@/lib/context';
import { sql } from '@/lib/database/db';
import { updateSettings } from '@/lib/settings/update';
import { Authenticator } from '@/lib/testing/authenticator';
import { useTestDatabase } from '@/lib/testing/database';
import { keepSession } from './keep-cookie';
import { signInCodeAction } from './sign-in/actions';

type Kept = { value: string; options?: Record<string, unknown> };

/** The browser's cookies, as Next hands them to an action. */
const jar = vi.hoisted(() => new Map<string, Kept>());
const cookieHeader = () =>
  new Headers({ cookie: [...jar].map(([name, { value }]) => `${name}=${value}`).join('; ') });

vi.mock('next/headers', () => ({
  headers: async () => cookieHeader(),
  cookies: async () => ({
    get: (name: string) => jar.get(name),
    set: (name: string, value: string, options: Record<string, unknown>) => jar.set(name, { value, options }),
  }),
}));
vi.mock('@/app/api/auth/auth', () => ({ signIn: vi.fn(), signOut: vi.fn(), SignInRefused: Error }));

useTestDatabase();

const PASSWORD = 'correct horse battery';
const client = { ip: null, userAgent: null };

let email: string;
let count = 0;

beforeEach(async () => {
  jar.clear();
  await updateSettings(commandContext(), { security: { secondFactorFor: [] } });
  email = `person${++count}@example.com`;
  const person = { email, name: 'Ana', password: PASSWORD, role: 'technician' as const };
  const { id } = await createUser(commandContext(), person);
  jar.set('relevo.session', { value: await sealSession(await startSession(id, client)) });
});

/** As a person does it in the panel, with the cookies that come of it. */
async function setUp() {
  const begun = await beginSecondFactorAction({ password: PASSWORD });
  const app = new Authenticator(begun.ok ? begun.data.key : '');
  const codes = await confirmSecondFactorAction({ code: app.code() });
  await sql()`update second_factors set last_step = 0`;
  return { app, codes: codes.ok ? codes.data : [] };
}

it('a change of the second factor leaves the browser with a session that goes on', async () => {
  const before = jar.get('relevo.session')!.value;
  const { app, codes } = await setUp();
  expect(codes).toHaveLength(10);
  const after = jar.get('relevo.session')!;
  expect(after.value).not.toBe(before);
  expect(after.options).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/' });
  expect(await readSession(cookieHeader())).toMatchObject({ email });
  expect(await removeSecondFactorAction({ password: PASSWORD, code: app.code() })).toEqual({
    ok: true,
    data: undefined,
  });
  expect(await readSession(cookieHeader())).toMatchObject({ email });
});

it('the second step makes a session and a known browser of a cookie that is then gone', async () => {
  const { app } = await setUp();
  jar.clear();
  const refusal = await signIn({ email, password: PASSWORD }, client).catch((error) => error);
  jar.set('relevo.half-way', { value: (refusal as SecondFactorNeeded).halfWay });
  expect(await readSession(cookieHeader())).toBeNull();
  expect(await signInCodeAction({ code: '000000' })).toMatchObject({
    ok: false,
    error: { errors: [{ path: 'code', code: 'code_wrong' }] },
  });
  expect(jar.has('relevo.session')).toBe(false);
  expect(await signInCodeAction({ code: app.code() })).toEqual({ ok: true, data: { codesLeft: null } });
  expect(await readSession(cookieHeader())).toMatchObject({ email });
  expect(jar.get('relevo.half-way')).toMatchObject({ value: '', options: { maxAge: 0 } });
  for (const name of ['relevo.session', 'relevo.device'])
    expect(jar.get(name)?.options, name).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/' });
  expect(jar.get('relevo.device')?.options).toMatchObject({ maxAge: 400 * 86_400 });
});

it('nobody comes in by a code alone', async () => {
  const { app } = await setUp();
  jar.clear();
  expect(await signInCodeAction({ code: app.code() })).toMatchObject({
    ok: false,
    error: { code: 'sign_in_expired' },
  });
  expect(jar.size).toBe(0);
});

it('of a role that needs a second factor, a session does nothing but set one up', async () => {
  await updateSettings(commandContext(), { security: { secondFactorFor: ['technician'] } });
  const change = { currentPassword: PASSWORD, newPassword: 'another battery of horses' };
  expect(await changePasswordAction(change)).toMatchObject({
    ok: false,
    error: { code: 'second_factor_required' },
  });
  expect((await setUp()).codes).toHaveLength(10);
  expect(await changePasswordAction(change)).toMatchObject({ ok: true });
});

it('a new password leaves the browser in a session of its own, and whoever signs in takes the place of who was', async () => {
  const first = jar.get('relevo.session')!.value;
  const change = { currentPassword: PASSWORD, newPassword: 'another battery of horses' };
  expect(await changePasswordAction(change)).toMatchObject({ ok: true });
  const second = jar.get('relevo.session')!.value;
  expect(second).not.toBe(first);
  const [withFirst, withSecond] = [first, second].map(
    (value) => new Headers({ cookie: `relevo.session=${value}` }),
  );
  expect([await readSession(withFirst!), await readSession(withSecond!)]).toEqual([
    null,
    expect.objectContaining({ email }),
  ]);
  const other = await createUser(commandContext(), {
    email: `bo${count}@example.com`,
    name: 'Bo',
    password: PASSWORD,
    role: 'viewer',
  });
  await keepSession(await startSession(other.id, client));
  expect(await readSession(withSecond!)).toBeNull();
  expect(await readSession(cookieHeader())).toMatchObject({ id: other.id });
});
