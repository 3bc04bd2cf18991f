import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createUser } from '@/lib/auth/create-user';
import { sql } from '@/lib/database/db';
import { startDrill } from '@/lib/drills/start';
import { newId } from '@/lib/ids';
import { acceptMessage } from '@/lib/intake/accept';
import { MessageInput } from '@/lib/messages/schema';
import { invitePerson } from '@/lib/people/invite';
import { updatePerson } from '@/lib/people/update';
import { checkProvider } from '@/lib/providers/health/health-check';
import { addKey } from '@/lib/providers/keys/keys';
import { forgetFacts } from '@/lib/providers/routing-facts';
import { captureMessage } from '@/lib/sandbox/capture';
import { suppress } from '@/lib/suppressions/suppress';
import { createToken } from '@/lib/tokens/create';
import { SCOPES } from '@/lib/tokens/schema';
import { isNothingKnown } from './access-recipients';
import { plantAlert } from './alerts';
import { API_REQUESTS } from './api-requests';
import { type ApiRoute, loadApiRoutes } from './api-routes';
import { ASKED, ATTACKS, isChecked, isCollection, OF_ANYBODY, plain } from './company-attacks';
import { STORED } from './company-tables';
import { useTestDatabase } from './database';
import { makeDomain, makeWarmUp } from './domains';
import {
  makeCompany,
  makeInbound,
  makeMailbox,
  makeMessage,
  makeProvider,
  makeReport,
  testContext,
} from './factories';
import { type Answer, call } from './http';
import { plantContent } from './people-and-words';
import { plantFigures, plantLook } from './plant-figures';
import { plantCampaign } from './topics';
import { makeWebhook } from './webhooks';
import { withoutTimes } from './without-times';

useTestDatabase();

/** What one company has must be nowhere in what another one hears: each text of the second company's rows has this in it. */
const CANARY = 'zorzal';

type Second = Awaited<ReturnType<typeof plantSecond>>;
let routes: ApiRoute[];
let token: string;
let before: Map<string, Answer>;
let after: Map<string, Answer>;
let second: Second;
beforeAll(async () => {
  routes = (await loadApiRoutes()).filter(({ name }) => !name.includes('[[...'));
  const first = await makeCompany({ name: 'First', key: 'first' });
  await makeProvider({ name: 'shared' });
  await makeProvider({ name: 'own', company: first.id });
  await makeMessage({ company: first.id });
  ({ token } = await createToken(testContext, { name: 'first', scopes: [...SCOPES], company: first.id }));
  await plantLook();
  before = await readAll(token);
  second = await plantSecond();
  forgetFacts();
  // Before any test makes requests that change what this company has.
  after = await readAll(token);
});
/** Of each noun one, of another company. */
async function plantSecond() {
  const { id } = await makeCompany({ name: `The ${CANARY}`, key: CANARY, limits: { day: 100 } });
  const provider = await makeProvider({ name: `${CANARY} mail`, company: id });
  await makeProvider({ kind: 'smtp', settings: { host: `${CANARY}.example` }, company: id });
  const key = await addKey(testContext, {
    id: provider.id,
    label: `${CANARY} key`,
    secrets: {},
    activate: false,
  });
  await checkProvider(testContext, { id: provider.id });
  const message = await acceptMessage(
    testContext,
    MessageInput.parse({
      ...plain,
      company: id,
      subject: `${CANARY} receipt`,
      html: `<p>${CANARY}</p>`,
      text: CANARY,
      attachments: [{ filename: `${CANARY}.txt`, content: 'QUJD' }],
    }),
  );
  await sql()`update messages set status = 'parked', due_at = null, reason = 'all_failed' where id = ${message.id}`;
  await captureMessage(provider.id, {
    messageId: message.id,
    from: { address: 'clinic@example.com' },
    subject: `${CANARY} receipt`,
    recipients: [`${CANARY}@example.com`],
    plays: [],
  });
  const drill = await startDrill(testContext, {
    provider: provider.id,
    mode: 'down',
    minutes: 9,
    messages: 0,
    to: 'a@b.cd',
  });
  await invitePerson(testContext, { email: `${CANARY}@example.com`, role: 'viewer', companies: [id] });
  const person = { email: `${CANARY}.desk@example.com`, name: `${CANARY} desk`, role: 'viewer' as const };
  const { id: personId } = await createUser(testContext, { ...person, password: 'a long enough password' });
  await updatePerson(testContext, { id: personId, companies: [id] });
  const made = await createToken(testContext, { name: CANARY, scopes: ['messages:send'], company: id });
  await sql()`
    insert into bounces (id, company_id, address, class, reason, message_id, first_at, last_at, times)
    values (${newId()}, ${id}, ${`${CANARY}@example.com`}, 'hard', ${CANARY}, ${message.id}, now(), now(), 1)`;
  const webhook = await makeWebhook({ name: CANARY, url: `https://192.0.3.9/${CANARY}`, company: id });
  await suppress({ companyId: id, address: `${CANARY}@example.com`, cause: 'hard_bounce', category: null });
  await plantFigures(id, provider.id);
  const alert = await plantAlert(id, CANARY);
  const mailbox = await makeMailbox({ name: `${CANARY} bounces`, company: id });
  const domain = await makeDomain({ name: `${CANARY}.example`, company: id });
  const inbound = await makeInbound(provider.id, CANARY, { 'x-told-by': CANARY });
  const report = await makeReport({ name: `${CANARY} week`, company: id });
  const content = await plantContent(CANARY, id);
  const campaign = await plantCampaign(id);
  const warmUp = await makeWarmUp({ provider: provider.id, domain: domain.name });
  const planted = { content, webhook, mailbox, inbound, alert, report, domain, campaign, warmUp };
  return { id, provider, key, message, drill, token: made, personId, ...planted };
}

/** All that the second company has. */
async function snapshot(): Promise<string> {
  const read = (table: string) => sql()`select to_jsonb(t) as row from ${sql()(table)} t order by t::text`;
  const rows = (await Promise.all(STORED.map(read))).flat().map(({ row }) => JSON.stringify(row));
  const marks = [CANARY, second.id, second.provider.id, second.message.id];
  return rows.filter((row) => marks.some((mark) => row.includes(mark))).join('\n');
}

/** What stops counting when it takes too long sees no time pass: two answers differ by what there is alone. */
async function readAll(by: string): Promise<Map<string, Answer>> {
  vi.useFakeTimers({ toFake: ['performance'] });
  const reads = routes.filter((route) => route.method === 'GET' && isCollection(route) && isChecked(route));
  const answers: [string, Answer][] = [];
  for (const route of reads)
    answers.push([route.name, await call(route.handler, { token: by, query: ASKED[route.name] })]);
  vi.useRealTimers();
  return new Map(answers);
}

/** Of the second company, by what the address is about. */
function idsOf({ name }: ApiRoute): Record<string, string> {
  const [, noun] = /^\w+ \/api\/v1\/(?:metrics\/)?([\w-]+)/.exec(name) ?? [];
  if (name.includes('/metrics/campaigns/')) return { id: second.campaign };
  const ids: Record<string, string> = {
    'alert-rules': second.alert.ruleId,
    alerts: second.alert.id,
    'bounce-mailboxes': second.mailbox.id,
    reports: second.report.id,
    companies: second.id,
    domains: second.domain.id,
    drills: second.drill.id,
    inbound: second.inbound.id,
    messages: second.message.id,
    people: second.personId,
    providers: second.provider.id,
    recipients: `${CANARY}@example.com`,
    suppressions: `${CANARY}@example.com`,
    ...second.content,
    tokens: second.token.id,
    'warm-ups': second.warmUp.id,
    webhooks: second.webhook.id,
  };
  const id = ids[noun!] ?? '';
  return { id, address: id, keyId: second.key.id, position: '0', number: '1' };
}

describe('a token of one company, with rows of another beside its own', () => {
  it('is told of companies nowhere but where there are some', async () => {
    const list = routes.find(({ name }) => name === 'GET /api/v1/providers')!.handler;
    const { data } = (await call(list, { token })).body;
    const named = Object.fromEntries(
      data.map(({ name, company }: Record<string, string>) => [name, company]),
    );
    expect(named).toEqual({ shared: undefined, own: 'first' });
    expect(Object.keys(data.find(({ name }: { name: string }) => name === 'shared'))).not.toContain(
      'company',
    );
  });

  it('hears what it heard before they were there', async () => {
    expect(after.size).toBeGreaterThan(8);
    for (const [name, answer] of after) {
      expect(answer.status, name).toBe(200);
      expect(answer.text, name).not.toContain(CANARY);
      expect(withoutTimes(answer), name).toEqual(withoutTimes(before.get(name)!));
    }
  });

  it('is one of those for whom that tells something: who sees all companies hears of them everywhere', async () => {
    const all = await createToken(testContext, { name: 'all', scopes: [...SCOPES] });
    for (const [name, answer] of await readAll(all.token))
      expect(withoutTimes(answer), name).not.toEqual(withoutTimes(before.get(name)!));
  });

  it('finds none of them, and changes none of them', async () => {
    const stored = await snapshot();
    expect(stored.split('\n').length).toBeGreaterThan(7);
    for (const route of routes.filter((each) => !isCollection(each) && isChecked(each))) {
      const params = idsOf(route);
      expect(params.id, `${route.name}: say in idsOf what it is about`).not.toBe('');
      const { method, handler, name } = route;
      const { body, ...asked } = API_REQUESTS[name] ?? {};
      const query = method === 'GET' ? asked.query : {};
      const answer = await call(handler, { method, token, params, body, query });
      const status = OF_ANYBODY.includes(name) ? 200 : expect.toBeOneOf([403, 404]);
      expect(answer.status, `${name}: ${answer.text}`).toEqual(status);
      if (answer.status === 200) expect(isNothingKnown(answer.body), name).toBe(true);
      expect(answer.text.replaceAll(params.id!, ''), name).not.toContain(CANARY);
      expect(await snapshot(), name).toBe(stored);
    }
  });

  it('names none of them where no id is in the address', async () => {
    const stored = await snapshot();
    const writes = routes.filter(
      (route) => route.method !== 'GET' && isCollection(route) && isChecked(route),
    );
    expect(writes.map(({ name }) => name).toSorted()).toEqual(Object.keys(ATTACKS).toSorted());
    for (const { handler, name, method } of writes) {
      const { body, status } = ATTACKS[name]!(second);
      const answer = await call(handler, { method, token, body });
      expect(answer.status, `${name}: ${answer.text}`).toBe(status);
      expect(answer.text, name).not.toContain(CANARY);
      expect(await snapshot(), name).toBe(stored);
    }
  });

  it('reaches none of them by name', async () => {
    const post = routes.find(({ name }) => name === 'POST /api/v1/messages')!.handler;
    const make = routes.find(({ name }) => name === 'POST /api/v1/providers')!.handler;
    const { name } = second.provider;
    expect((await call(post, { token, body: { ...plain, providers: [name] } })).status).toBe(400);
    const input = { name: 'leaning', kind: 'sandbox', settings: {}, fallback: name };
    expect((await call(make, { token, body: input })).status).toBe(400);
  });

  it('does not change what all share', async () => {
    const patch = routes.find(({ name }) => name === 'PATCH /api/v1/providers/[id]')!.handler;
    const call403 = { method: 'PATCH' as const, token, params: { id: 'shared' }, body: { active: false } };
    expect((await call(patch, call403)).status).toBe(403);
    expect((await call(patch, { ...call403, params: { id: 'own' } })).status).toBe(200);
  });
});
