import type { Browser } from '@playwright/test';
import { ROLES, type Role } from '@/lib/roles';
import type { System } from '@/lib/testing/system';
import { SCOPES } from '@/lib/tokens/schema';
import { PASSWORD, signIn } from './panel';
import { send } from './raw-request';

/** `says`: what everything answers whatever it is; else by what one holds. */
export type Caller = {
  name: string;
  headers: Record<string, string>;
  says?: { status: number; code: string };
  role?: Role;
  scopes?: readonly string[];
};

const HOME = '203.0.113.7';
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** Everybody there is: nobody, people of each role, tokens with each scope and with all, and those that work no more or not from here. */
export async function makeCallers(system: System, browser: Browser): Promise<Caller[]> {
  const root = (
    await system.relevo('token', 'create', '--name', 'root', '--scopes', SCOPES.join(','))
  ).trim();
  const make = async (name: string, input: object = {}) => {
    const body = { name, scopes: SCOPES, ...input };
    const { status, text } = await send(system.url, {
      method: 'POST',
      path: '/api/v1/tokens',
      headers: bearer(root),
      body,
    });
    if (status !== 201) throw new Error(`${name}: ${status} ${text}`);
    return JSON.parse(text) as { id: string; token: string };
  };
  const change = async (method: string, path: string, body?: object) => {
    const { status, text } = await send(system.url, { method, path, headers: bearer(root), body });
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
  };
  const unwelcome = async (name: string, code: string, token: string, status = 401): Promise<Caller> => ({
    name,
    headers: bearer(token),
    says: { status, code },
  });

  const ended = await make('ended', { expiresAt: new Date(Date.now() + 2_000).toISOString() });
  const revoked = await make('revoked');
  await change('DELETE', `/api/v1/tokens/${revoked.id}`);
  const rotated = await make('rotated');
  await change('POST', `/api/v1/tokens/${rotated.id}/rotate`, { graceHours: 0 });
  const bound = await make('bound', { allowedIps: ['203.0.113.0/24'] });
  const scoped: Caller[] = [];
  for (const scope of SCOPES)
    scoped.push({
      name: `a token with ${scope}`,
      headers: bearer((await make(scope, { scopes: [scope] })).token),
      scopes: [scope],
    });
  const people: Caller[] = [];
  for (const role of ROLES) people.push({ name: role, headers: await cookieOf(system, browser, role), role });

  return [
    { name: 'nobody', headers: {}, says: { status: 401, code: 'unauthorized' } },
    await unwelcome('a token of nobody', 'unauthorized', `${rotated.token.slice(0, -8)}aaaaaaaa`),
    await unwelcome('an ended token', 'token_expired', ended.token),
    await unwelcome('a revoked token', 'token_revoked', revoked.token),
    await unwelcome('the secret before a rotation', 'token_superseded', rotated.token),
    await unwelcome('a token elsewhere', 'address_not_allowed', bound.token, 403),
    { name: 'a token at home', headers: { ...bearer(bound.token), 'x-forwarded-for': HOME }, scopes: SCOPES },
    { name: 'a token with all scopes', headers: bearer(root), scopes: SCOPES },
    {
      name: 'a test token with all scopes',
      headers: bearer((await make('test', { kind: 'test' })).token),
      scopes: SCOPES,
    },
    ...scoped,
    ...people,
  ];
}

/** A new person of that role, signed in. */
export async function cookieOf(
  system: System,
  browser: Browser,
  role: Role,
): Promise<Record<string, string>> {
  await createPerson(system, role);
  return cookieFor(system, browser, `${role}@example.com`);
}

/** `role@example.com`, unless told otherwise. */
export async function createPerson(system: System, role: Role, email = `${role}@example.com`): Promise<void> {
  await system.relevo('admin', 'create', '--email', email, '--password', PASSWORD, '--role', role);
}

/** Of one who signs in. */
export async function cookieFor(
  system: System,
  browser: Browser,
  email: string,
): Promise<Record<string, string>> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, email, system.url);
  const cookies = await context.cookies();
  await context.close();
  return { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
}
