import { globSync } from 'node:fs';
import { type Browser, expect, test as plain } from '@playwright/test';
import { ROLES, type Role } from '@/lib/roles';
import { ACTIONS, ENDPOINTS } from '@/lib/testing/access-list';
import { PAGES } from '@/lib/testing/access-pages';
import { type System, startSystem } from '@/lib/testing/system';
import { actionIds } from './support/action-ids';
import { type Caller, makeCallers } from './support/callers';
import { DETOURS, withHeaders } from './support/detours';
import { type Ask, each, type Reply, send } from './support/raw-request';

/** A proxy in front is trusted to tell who asks, so that each request can come from elsewhere. */
const test = plain.extend<object, { system: System; callers: Caller[] }>({
  system: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const system = await startSystem({ TRUSTED_PROXY_HOPS: '1' });
      await use(system);
      await system.stop();
    },
    { scope: 'worker', timeout: 320_000 },
  ],
  callers: [
    async ({ system, browser }: { system: System; browser: Browser }, use) =>
      use(await makeCallers(system, browser)),
    { scope: 'worker', timeout: 120_000 },
  ],
});

const NOBODYS_ID = '01999999-0000-7000-8000-000000000000';

const fill = (path: string) => path.replaceAll(/\[[^\]]*\]/g, NOBODYS_ID);

test.describe.configure({ timeout: 120_000 });

type Door = { name: string; method: string; path: string; scope: string; least: Role };
const DOORS: Door[] = Object.entries(ENDPOINTS).map(([name, access]) => {
  const [method, path] = name.split(' ') as [string, string];
  const [scope, least = method === 'GET' ? 'viewer' : 'technician'] = access.split(', ') as [string, Role?];
  return { name, method, path: fill(path), scope, least };
});

const isAtLeast = (role: Role, least: Role) => ROLES.indexOf(role) <= ROLES.indexOf(least);

function mayPass({ scope, least }: Door, { role, scopes }: Caller): boolean {
  // A token's own affairs are nobody's else.
  if (scope === 'any') return scopes !== undefined;
  return role ? isAtLeast(role, least) : (scopes?.includes(scope) ?? false);
}

/** What is not there, and what was asked wrongly, is told only to who may know. */
function verdict({ status, text }: Reply): string {
  const { code } = status >= 400 ? (JSON.parse(text) as { code: string }) : {};
  if (status === 401 || status === 403) return `${status} ${code}`;
  return status >= 500 || status === 405 || status === 429 ? `broken: ${status}` : 'passes';
}

test('who is let in by each route of the API', async ({ system, callers }) => {
  const cells = callers.flatMap((caller) => DOORS.map((door) => ({ caller, door })));
  expect(cells.length).toBeGreaterThan(1_500);
  const different: string[] = [];
  await each(cells, async ({ caller, door }) => {
    const reply = await send(system.url, { ...ask(door), headers: caller.headers });
    const wanted = caller.says
      ? `${caller.says.status} ${caller.says.code}`
      : mayPass(door, caller)
        ? 'passes'
        : '403 forbidden';
    const got = verdict(reply);
    if (got !== wanted) different.push(`${caller.name}, ${door.name}: ${got}, not ${wanted}`);
  });
  expect(different).toEqual([]);
});

function ask({ method, path }: Door): Ask {
  return { method, path, ...(method === 'POST' || method === 'PATCH' ? { body: {} } : {}) };
}

/** Follows what only says the same address in another way, as a browser would. */
async function follow(url: string, asked: Ask): Promise<Reply> {
  let reply = await send(url, asked);
  for (let step = 0; step < 3 && /[?&]_rsc/.test(reply.headers.location ?? ''); step++)
    reply = await send(url, { ...asked, path: reply.headers.location! });
  return reply;
}

/** What tells nothing to who may not know. */
function tellsNothing({ status, headers, text }: Reply, { method, path }: Ask): boolean {
  if ([400, 401, 403, 404, 405].includes(status)) return true;
  if (status === 308) return headers.location === path.replace(/\/$/, '');
  if (status === 307) return headers.location?.startsWith('/sign-in') ?? false;
  if (method === 'OPTIONS') return status === 204 && text === '';
  return status === 200 && path === '/api/health' && text === '{"status":"ok"}';
}

test('no detour leads into a route of the API', async ({ system, callers }) => {
  const nobody = callers.find(({ name }) => name === 'nobody')!;
  const without = ({ scope }: Door) =>
    callers.find(({ scopes }) => scopes?.length === 1 && scopes[0] !== scope)!;
  const guarded = DOORS.filter(({ scope }) => scope !== 'any');
  const cells = guarded.flatMap((door, row) =>
    Object.entries(DETOURS).map((detour, column) => ({
      door,
      detour,
      caller: (row + column) % 2 ? nobody : without(door),
    })),
  );
  const open: string[] = [];
  await each(cells, async ({ door, caller, detour: [name, take] }) => {
    const asked = take({ ...ask(door), headers: caller.headers });
    const reply = await follow(system.url, asked);
    if (!tellsNothing(reply, asked))
      open.push(`${caller.name}, ${door.name}, ${name}: ${reply.status} ${reply.text}`);
  });
  expect(open).toEqual([]);
});

/** Of a page and what it stands in, as the panel's own pages ask for it; `refetch`: without the frame around, which looks who is signed in. */
function stateOf(file: string): string {
  const parts = file
    .replace(/^app\/|\/?page\.tsx$/g, '')
    .split('/')
    .filter(Boolean);
  const segment = (part: string) => {
    const [, rest, name] = /^\[(\.\.\.)?(\w+)\]$/.exec(part) ?? [];
    return name ? [name, NOBODYS_ID, rest ? 'c' : 'd', null] : part;
  };
  const page: unknown = ['__PAGE__', {}, null, 'refetch'];
  const tree = parts.reduceRight((inner, part) => [segment(part), { children: inner }, null, null], page);
  return encodeURIComponent(JSON.stringify(['', { children: tree }, null, null]));
}

const FILES = globSync('app/**/page.tsx').toSorted();
const pathOf = (file: string) => file.replace(/^app|\/page\.tsx$/g, '').replaceAll(/\/\([^)]*\)/g, '') || '/';

/** As `tellsNothing`; a page that was asked for in React's notation says within it where to go instead, or that there is none. */
function showsNothing(reply: Reply, asked: Ask): boolean {
  if ((asked.headers?.rsc || asked.path.endsWith('.rsc')) && reply.status === 200)
    return (
      /NEXT_REDIRECT;replace;\/sign-in|NEXT_HTTP_ERROR_FALLBACK;404/.test(reply.text) || isRouteTree(reply)
    );
  return tellsNothing(reply, asked);
}

/** The names of the folders that a page stands in, which everybody has the source of. */
function isRouteTree({ text }: Reply): boolean {
  return text.length < 2_000 && !/"r":\[/.test(text.replaceAll('"r":[null,null]', ''));
}

test('who is let in by each page', async ({ system, callers }) => {
  const insiders = callers.filter(({ role }) => role !== undefined);
  const outsiders: Caller[] = [
    ...callers.filter(({ name }) => ['nobody', 'a token with all scopes'].includes(name)),
    { name: 'a forged cookie', headers: { cookie: 'relevo.session=eyJhbGciOiJkaXIifQ..a.b.c' } },
  ];
  const different: string[] = [];
  const cells = FILES.flatMap((file) => [...insiders, ...outsiders].map((caller) => ({ file, caller })));
  await each(cells, async ({ file, caller }) => {
    const page = pathOf(file);
    const path = fill(page);
    const whole = { path, headers: caller.headers };
    const part = withHeaders(whole, { rsc: '1', 'next-router-state-tree': stateOf(file) });
    const differs = (why: string) => different.push(`${page}, ${caller.name}: ${why}`);
    const reply = await follow(system.url, whole);
    const inner = await follow(system.url, part);
    if (PAGES[page] === 'public') {
      // One that is signed in has nothing to do at some of them.
      if (![200, 307].includes(reply.status)) differs(`${reply.status}`);
    } else if (caller.role) {
      const isTheirs = !file.includes('(panel)') || reply.text.includes(`${caller.role}@example.com`);
      if (reply.status !== 200 || !isTheirs) differs(`${reply.status}`);
      if (inner.status !== 200 || inner.text.includes('NEXT_REDIRECT')) differs(`a part: ${inner.status}`);
    } else {
      if (reply.status !== 307 || !tellsNothing(reply, whole)) differs(`${reply.status}`);
      if (!showsNothing(inner, part)) differs(`a part: ${inner.status} ${inner.text}`);
    }
  });
  expect(different).toEqual([]);
});

test('no detour leads into a page', async ({ system, callers }) => {
  expect(callers.length).toBeGreaterThan(20);
  const open: string[] = [];
  // What is written nearly as the other one that is guarded is a set-up link, and a dead one.
  const guarded = FILES.filter((file) => file.includes('(panel)'));
  // A page is dear to draw: each detour to a third of them, each page by a third of the detours.
  const cells = guarded.flatMap((file, row) =>
    Object.entries(DETOURS)
      .filter((_, column) => (row + column) % 3 === 0)
      .map((detour) => ({ file, detour })),
  );
  await each(cells, async ({ file, detour: [name, take] }) => {
    const asked = take({ path: fill(pathOf(file)) });
    const reply = await follow(system.url, asked);
    if (!showsNothing(reply, asked))
      open.push(`${pathOf(file)}, ${name}: ${reply.status} ${reply.text.slice(0, 300)}`);
  });
  expect(open).toEqual([]);
});

test('who may do what by each action', async ({ system, callers }) => {
  const ids = actionIds();
  expect([...ids.keys()].toSorted()).toEqual(Object.keys(ACTIONS).toSorted());
  const different: string[] = [];
  const press = async (name: string, path: string, headers: Record<string, string>) => {
    const own = { origin: system.url, 'content-type': 'text/plain;charset=UTF-8', ...headers };
    const asked = { method: 'POST', path, headers: { 'next-action': ids.get(name)!, ...own } };
    const { status, text } = await send(system.url, { ...asked, body: [{ none: 'of ours' }] });
    return status === 200 ? /"code":"(\w+)"/.exec(text)?.[1] : status;
  };
  const cells = Object.entries(ACTIONS).flatMap(([name, least]) =>
    callers.map((caller) => ({ name, least, caller })),
  );
  await each(cells, async ({ name, least, caller }) => {
    const wanted =
      least.startsWith('public') || (caller.role && isAtLeast(caller.role, least as Role))
        ? 'validation_failed'
        : caller.role
          ? 'forbidden'
          : 'unauthorized';
    const own = fill(pathOf(name.replace(/actions\.ts .*/, 'page.tsx')));
    const got = await press(name, own, caller.headers);
    if (got !== wanted) different.push(`${name}, ${caller.name}: ${got}, not ${wanted}`);
    if (!caller.role) return;
    const elsewhere = await press(name, '/sign-in', caller.headers);
    if (elsewhere !== wanted)
      different.push(`${name} at another page, ${caller.name}: ${elsewhere}, not ${wanted}`);
    const foreign = await press(name, own, {
      ...caller.headers,
      origin: 'https://evil.example',
      'sec-fetch-site': 'cross-site',
    });
    if (foreign !== 403) different.push(`${name} from a foreign page, ${caller.name}: ${foreign}, not 403`);
  });
  expect(different).toEqual([]);
});
