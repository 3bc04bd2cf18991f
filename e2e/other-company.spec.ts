import { type Browser, expect, test as plain } from '@playwright/test';
import { ROLES, type Role } from '@/lib/roles';
import { ENDPOINTS } from '@/lib/testing/access-list';
import { API_REQUESTS } from '@/lib/testing/api-requests';
import { type System, startSystem } from '@/lib/testing/system';
import { SCOPES } from '@/lib/tokens/schema';
import { type Caller, cookieFor, createPerson } from './support/callers';
import { type Ask, each, type Reply, send } from './support/raw-request';

const NOBODYS_ID = '01999999-0000-7000-8000-000000000000';
/** Stands in every text of the other company. */
const CANARY = 'zorzal';

type Row = { id: string; email: string; actor: { name: string } };
type Answer = { id?: string; token?: string; data?: Row[] };
/** As who sees all companies. @throws for what is refused */
type Root = (method: string, path: string, body?: object) => Promise<Answer>;
type Other = { ids: Record<string, string>; callers: Caller[]; root: Root };

const test = plain.extend<object, { system: System; other: Other }>({
  system: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this pattern
    async ({}, use) => {
      const system = await startSystem({ TRUSTED_PROXY_HOPS: '1' });
      await use(system);
      await system.stop();
    },
    { scope: 'worker', timeout: 320_000 },
  ],
  other: [
    async ({ system, browser }: { system: System; browser: Browser }, use) =>
      use(await makeCompanies(system, browser)),
    { scope: 'worker', timeout: 120_000 },
  ],
});
test.describe.configure({ timeout: 120_000 });

/** Two companies: of one there are those who ask, of the other there is one of everything. */
async function makeCompanies(system: System, browser: Browser): Promise<Other> {
  const create = ['token', 'create', '--name', 'root', '--scopes', SCOPES.join(',')];
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const headers = bearer((await system.relevo(...create)).trim());
  const root: Root = async (method, path, body) => {
    const { status, text } = await send(system.url, { method, path: `/api/v1/${path}`, headers, body });
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
    return text ? JSON.parse(text) : {};
  };
  const make = (path: string, body: object) => root('POST', path, body);
  await make('companies', { name: 'First', key: 'first' });
  const company = CANARY;
  const { id: companies } = await make('companies', { name: `The ${CANARY}`, key: CANARY });
  const scopes = SCOPES;
  const first = await make('tokens', { name: 'first', scopes, company: 'first' });
  const { id: tokens } = await make('tokens', { name: `${CANARY} desk`, scopes, company });
  const settings = { host: 'mail.example.com', username: CANARY };
  const provider = {
    name: `${CANARY} mail`,
    kind: 'smtp',
    settings,
    fromEmail: `${CANARY}@example.com`,
    company,
  };
  const { id: providers } = await make('providers', { ...provider, secrets: { password: CANARY } });
  const key = { label: `${CANARY} key`, secrets: { password: CANARY }, activate: false };
  const { id: keyId } = await make(`providers/${providers}/keys`, key);
  const { id: warmUps } = await make('warm-ups', { provider: providers });
  const { id: drills } = await make('drills', { provider: providers, mode: 'down', minutes: 60 });
  const message = {
    to: `${CANARY}@example.com`,
    subject: `${CANARY} receipt`,
    html: `<p>${CANARY}</p>`,
    text: CANARY,
  };
  const attachments = [{ filename: `${CANARY}.txt`, content: 'QUJD' }];
  const scheduledAt = '2031-01-01T00:00:00Z';
  const { id: messages } = await make('messages', { ...message, attachments, scheduledAt, company });
  const { id: webhooks } = await make('webhooks', {
    name: `${CANARY} shop`,
    url: `https://192.0.3.9/${CANARY}`,
    company,
  });
  const letter = { subject: CANARY, source: CANARY, kind: 'html' };
  const letters = { key: CANARY, title: CANARY, category: 'alerts', texts: { es: letter }, company };
  const { id: templates } = await make('templates', letters);
  const dot = API_REQUESTS['POST /api/v1/images']!.body as object;
  const { id: images } = await make('images', { ...dot, filename: `${CANARY}.png`, company });
  const told = { steps: [{ channel: 'sms' }], texts: { es: CANARY }, company };
  const { id: types } = await make('notification-types', { key: CANARY, title: CANARY, ...told });
  const toPhone = { type: CANARY, to: { phone: '+595981123456' }, company };
  const { id: notifications } = await make('notifications', toPhone);
  const fields = [{ name: 'book', type: 'text' }];
  const { id: kinds } = await make('subject-kinds', { key: CANARY, title: CANARY, fields, company });
  const { id: subjects } = await make('subjects', { kind: CANARY, key: CANARY, company });
  const address = { title: CANARY, kind: CANARY, url: 'https://192.0.3.9/books.csv', company };
  const { id: sources } = await make('subject-sources', address);
  const conditions = [{ field: 'book', op: 'set' }];
  const { id: rulesOfIt } = await make('rules', {
    title: CANARY,
    kind: CANARY,
    type: CANARY,
    conditions,
    company,
  });
  const { id: lists } = await make('lists', { title: CANARY, company });
  const onlyRule = { groups: [{ rules: [{ field: 'email', op: 'set' }] }] };
  const { id: segments } = await make('segments', { title: CANARY, rules: onlyRule, company });
  const audience = { lists: [lists] };
  const { id: campaigns } = await make('campaigns', { title: CANARY, template: CANARY, audience, company });
  const { id: contacts } = await make('contacts', { key: CANARY, name: CANARY, company });
  const mailbox = {
    name: `${CANARY} bounces`,
    host: 'imap.example.com',
    username: CANARY,
    password: CANARY,
    company,
  };
  const { id: domains } = await make('domains', { name: `${CANARY}.example`, company });
  const { id: ai } = await make('ai-providers', { name: CANARY, kind: 'mistral', apiKey: CANARY, company });
  const { id: mailboxes } = await make('bounce-mailboxes', mailbox);
  const rule = { kind: 'parked', company, recipients: [`${CANARY}@example.com`] };
  const { id: rules } = await make('alert-rules', rule);
  const daily = { name: `${CANARY} day`, frequency: 'daily', recipients: [`${CANARY}@example.com`], company };
  const { id: reports } = await make('reports', daily);
  const invited = { email: `${CANARY}@example.com`, role: 'viewer', companies: [CANARY] };
  const { id: invitations } = await make('people', invited);

  const desk = `${CANARY}.desk@example.com`;
  await createPerson(system, 'administrator', 'owner@example.com');
  await createPerson(system, 'viewer', desk);
  for (const role of ROLES) await createPerson(system, role);
  const { data } = await root('GET', 'people');
  const idOf = (email: string) => data!.find((person) => person.email === email)!.id!;
  for (const role of ROLES)
    await root('PATCH', `people/${idOf(`${role}@example.com`)}`, { companies: ['first'] });
  const people = idOf(desk);
  await root('PATCH', `people/${people}`, { companies: [CANARY] });
  const signedIn = (email: string) => cookieFor(system, browser, email);
  await signedIn(desk);
  const sessionId = (await root('GET', `people/${people}/sessions`)).data![0]!.id;
  const callers: Caller[] = [{ name: 'a token of the first', headers: bearer(first.token!), scopes }];
  for (const role of ROLES)
    callers.push({ name: `${role} of the first`, headers: await signedIn(`${role}@example.com`), role });
  const ids = {
    companies,
    tokens,
    providers,
    keyId,
    drills,
    messages,
    invitations,
    people,
    sessionId,
    webhooks,
    campaigns,
    contacts,
    lists,
    segments,
    'subject-kinds': kinds,
    'subject-sources': sources,
    subjects,
    rules: rulesOfIt,
    'notification-types': types,
    notifications,
    templates,
    images,
    domains,
    'ai-providers': ai,
    'bounce-mailboxes': mailboxes,
    'alert-rules': rules,
    reports,
    'warm-ups': warmUps,
    // What rules found and providers posted: `lib/testing/company-scope.test.ts` has one of each.
    alerts: NOBODYS_ID,
    inbound: NOBODYS_ID,
  };
  return { ids: ids as Record<string, string>, callers, root };
}

/** Nobody who is for some companies alone does. */
const changesCompanies = ({ method, path }: Door) => method !== 'GET' && path.includes('/companies/');

/** Figures of a campaign are there of any id; rules of replies are of all: `lib/testing/company-scope.test.ts`. */
const isOfAnybody = ({ path }: Door) => /^\/api\/v1\/(metrics\/campaigns|reply-rules)\/\[id\]$/.test(path);

type Door = { method: string; path: string; name: string; isOpen: (caller: Caller) => boolean };
const DOORS: Door[] = Object.entries(ENDPOINTS).map(([name, access]) => {
  const [method, path] = name.split(' ') as [string, string];
  const [scope, least = method === 'GET' ? 'viewer' : 'technician'] = access.split(', ') as [string, Role?];
  const isOpen = ({ role }: Caller) => !role || ROLES.indexOf(role) <= ROLES.indexOf(least);
  return { method, path, name: `${name} ${scope}`, isOpen };
});

/** The address of what the other company has, or of what nobody has. */
function addressOf(path: string, ids: Record<string, string>): string {
  const [, noun] = /^\/(?:api\/v1\/)?(?:metrics\/)?([\w-]+(?:\/invitations)?)/.exec(path) ?? [];
  const id = noun && ids[noun.split('/').at(-1)!];
  if (!id && path.includes('[id]')) throw new Error(`${path}: say what it is about`);
  return path.replace('[id]', id ?? '').replaceAll(/\[(\w+)\]/g, (_, name: string) => ids[name] ?? '0');
}

const nobodys = (ids: Record<string, string>) =>
  Object.fromEntries(Object.keys(ids).map((noun) => [noun, NOBODYS_ID]));

/** Without what only says again what was asked for, and which request it was. */
function told({ status, text }: Reply, ids: Record<string, string>): string {
  const named = Object.values(ids).reduce((left, id) => left.replaceAll(id, 'ID'), text);
  return `${status} ${named.replaceAll(NOBODYS_ID, 'ID').replace(/"requestId":"[^"]*"/, '')}`;
}

/** What is right but for whose it is; that nobody is given more than one's own companies has its own tests. */
function bodyOf({ method, path }: Door): object | undefined {
  if (method !== 'POST' && method !== 'PATCH') return undefined;
  const {
    company: _,
    companies: __,
    ...body
  } = (API_REQUESTS[`${method} ${path}`]?.body ?? {}) as Record<string, unknown>;
  return body;
}

/** Without it some are refused before anybody looks whose it is. */
function queryOf({ method, path }: Door): string {
  const { company: _, ...query } = API_REQUESTS[`${method} ${path}`]?.query ?? {};
  return new URLSearchParams(query).toString();
}

const ask = (door: Door, ids: Record<string, string>, { headers }: Caller): Ask => ({
  method: door.method,
  path: [addressOf(door.path, ids), queryOf(door)].filter(Boolean).join('?'),
  headers,
  body: bodyOf(door),
});

test('by its id nothing of another company is there: the answer is that to an id that nobody has', async ({
  system,
  other: { ids, callers },
}) => {
  const doors = DOORS.filter((door) => door.path.includes('[id]') && !isOfAnybody(door));
  expect(doors.length).toBeGreaterThan(35);
  const different: string[] = [];
  const cells = doors.flatMap((door) => callers.map((caller) => ({ door, caller })));
  await each(cells, async ({ door, caller }) => {
    const theirs = await send(system.url, ask(door, ids, caller));
    const none = await send(system.url, ask(door, nobodys(ids), caller));
    const wanted = door.isOpen(caller) && !changesCompanies(door) ? 404 : 403;
    if (theirs.status !== wanted || told(theirs, ids) !== told(none, ids))
      different.push(`${door.name}, ${caller.name}: ${told(theirs, ids)}, and of nobody: ${told(none, ids)}`);
  });
  expect(different).toEqual([]);
});
