import { beforeAll, describe, expect, it, vi } from 'vitest';
import { addAiKey } from '@/lib/ai/providers/keys';
import { createAlertRule } from '@/lib/alerts/rules';
import { createUser } from '@/lib/auth/create-user';
import { startSession } from '@/lib/auth/session';
import { keepVersion } from '@/lib/configuration/versions/keep';
import { sql } from '@/lib/database/db';
import { DrillInput } from '@/lib/drills/schema';
import { startDrill } from '@/lib/drills/start';
import { forgetEnv } from '@/lib/env';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { listMessages } from '@/lib/messages/list';
import { MessageFilter } from '@/lib/messages/schema';
import { MessageDetailAnswer } from '@/lib/openapi/answers/message-detail';
import { MessagesPage } from '@/lib/openapi/answers/messages';
import { isFile } from '@/lib/openapi/operation';
import { OPERATIONS } from '@/lib/openapi/operations';
import { invitePerson } from '@/lib/people/invite';
import { addKey } from '@/lib/providers/keys/keys';
import { suppress } from '@/lib/suppressions/suppress';
import { makeAiProvider } from '@/lib/testing/ai/make';
import { plantAlert } from '@/lib/testing/alerts';
import { type ApiRoute, loadApiRoutes } from '@/lib/testing/api-routes';
import { allowLoopbackTargets } from '@/lib/testing/api-server';
import { atHookService, atKeyService } from '@/lib/testing/at-services';
import { campaignsUnderWay } from '@/lib/testing/campaigns';
import { useTestDatabase } from '@/lib/testing/database';
import { deliverOne, worker } from '@/lib/testing/deliver';
import { setUpDns } from '@/lib/testing/dns-server';
import { atDomainService } from '@/lib/testing/domain-service';
import { makeDomain, makeWarmUp } from '@/lib/testing/domains';
import {
  makeCompany,
  makeInbound,
  makeMailbox,
  makeMessage,
  makeProvider,
  makeReport,
  makeToken,
  testContext,
  useOneTry,
} from '@/lib/testing/factories';
import { call } from '@/lib/testing/http';
import { TEMPLATE_EXAMPLES } from '@/lib/testing/mail-template-examples';
import { makeContent } from '@/lib/testing/people-and-words';
import { WHATSAPP_EXAMPLES } from '@/lib/testing/whatsapp-examples';
import { whileWorking } from '@/lib/testing/while-working';
import { createToken } from '@/lib/tokens/create';
import { createWebhook } from '@/lib/webhooks/create';
import { WebhookInput } from '@/lib/webhooks/schema';
import { beat } from '@/lib/workers/heartbeat';

useTestDatabase();
useOneTry();
allowLoopbackTargets();
beforeAll(() => {
  vi.stubEnv('PUBLIC_URL', 'https://relevo.example.com');
  forgetEnv();
  return () => {
    vi.unstubAllEnvs();
    forgetEnv();
  };
});

const routes = (await loadApiRoutes()).filter(({ name }) => OPERATIONS[name]);
const file = { filename: 'receipt.txt', content: 'UmVjZWlwdCAxMw==' };
const soon = () => new Date(Date.now() + 3_600_000).toISOString();

beforeAll(async () => {
  await makeProvider({ name: 'carrier', priority: 100 });
  await makeProvider({ name: 'sandbox', kind: 'sandbox', priority: 1 });
  await makeCompany({ name: 'San José', key: 'san-jose' });
  await makePerson('luis@example.com');
  await beat({ id: worker, startedAt: new Date(), poolIds: [] });
  await deliverOne({ attachments: [file], html: '<p>Thank you.</p>', tags: ['receipt'] });
  await keepVersion();
});

/** What a route is about, in a state in which it can be done: the examples name the rest. */
const ABOUT: Record<string, () => Promise<Record<string, string>>> = {
  'PATCH /api/v1/messages/[id]': scheduled,
  'POST /api/v1/messages/[id]/send-now': scheduled,
  'POST /api/v1/messages/[id]/cancel': scheduled,
  'POST /api/v1/messages/[id]/resend': async () => idOf(await deliverOne({ to: 'bounce@sandbox.test' })),
  'POST /api/v1/providers/[id]/try-now': () => office({ open_until: soon(), opened_at: soon() }),
  'POST /api/v1/providers/[id]/weight/restore': () => office({ weight_percent: 50 }),
  'POST /api/v1/providers/[id]/keys/[keyId]/activate': secondKey,
  'POST /api/v1/providers/[id]/keys/rotate': atKeyService,
  'POST /api/v1/domains/[id]/providers': atDomainService,
  'POST /api/v1/providers/[id]/webhook': atHookService,
  'PATCH /api/v1/providers/[id]/suppressions': atHookService,
  'POST /api/v1/providers/[id]/suppressions/read': atHookService,
  'POST /api/v1/providers/[id]/suppressions/apply': async () => {
    const at = await atHookService();
    await sql()`insert into provider_lists (provider_id, read_at) values (${at.id}, now())`;
    return at;
  },
  ...TEMPLATE_EXAMPLES,
  ...WHATSAPP_EXAMPLES,
  'DELETE /api/v1/providers/[id]/keys/[keyId]': secondKey,
  'DELETE /api/v1/suppressions/[address]': async () => {
    const address = `${newId()}@example.com`;
    await suppress({ companyId: null, address, cause: 'manual', category: null });
    return { address };
  },
  ...campaignsUnderWay(),
  'POST /api/v1/inbound/replay': () => office(),
  'DELETE /api/v1/companies/[id]': async () => ({ id: (await makeCompany()).key }),
  ...Object.fromEntries(
    ['DELETE /api/v1/people/invitations/[id]', 'POST /api/v1/people/invitations/[id]/renew'].map((name) => [
      name,
      async () => ({
        id: (await invitePerson(testContext, { email: `${newId()}@example.com`, role: 'viewer' })).id,
      }),
    ]),
  ),
  'DELETE /api/v1/people/[id]/sessions/[sessionId]': async () => {
    const { id } = await makePerson();
    return { id, sessionId: await startSession(id, { ip: null, userAgent: null }) };
  },
  // Otherwise luis may be gone for whoever comes after it.
  'POST /api/v1/people/[id]/deactivate': async () => idOf(await makePerson()),
  'DELETE /api/v1/providers/[id]': async () => idOf(await makeProvider()),
  'DELETE /api/v1/ai-providers/[id]/keys/[keyId]': aiKey,
  'POST /api/v1/ai-providers/[id]/keys/[keyId]/activate': aiKey,
};

async function paramsOf({ name }: ApiRoute): Promise<Record<string, string>> {
  const own = ABOUT[name];
  if (own) return own();
  if (name.includes('/messages/[id]')) {
    const html = '<p>Thank you.</p>';
    return { ...idOf(await deliverOne({ attachments: [file], html })), position: '0' };
  }
  if (name.includes('/tokens/[id]'))
    return idOf(await createToken(testContext, { name: `of ${name}`, scopes: ['messages:read'] }));
  if (name.includes('/bounce-mailboxes/[id]')) return idOf(await makeMailbox());
  if (name.includes('/reports/[id]')) return idOf(await makeReport());
  if (name.includes('/domains/[id]')) return idOf(await makeDomain());
  const content = await makeContent(name);
  if (content) return { ...content, number: '1' };
  if (name.includes('/warm-ups/[id]')) return idOf(await makeWarmUp());
  if (name.includes('/webhooks/[id]')) return idOf(await aWebhook());
  if (name.includes('/alert-rules/[id]')) return idOf(await createAlertRule(testContext, { kind: 'parked' }));
  if (name.includes('/alerts/[id]')) return plantAlert(null, 'Office');
  if (name.includes('/drills/[id]')) return aDrill();
  if (name.includes('/inbound/[id]')) return inbound();
  return name.includes('/providers/') ? office() : {};
}

function makePerson(email = `${newId()}@example.com`) {
  const password = 'a long enough password';
  return createUser(testContext, { email, name: 'Luis', role: 'viewer', password });
}

const idOf = ({ id }: { id: string }) => ({ id });

async function scheduled() {
  return idOf(await makeMessage({ scheduledAt: soon() }));
}

/** The one of the examples, where it is not there yet. */
async function office(health: Record<string, string | number> = {}) {
  const [known] = await sql()<{ id: string }[]>`select id from providers where name = 'office'`;
  const settings = { host: '127.0.0.1', port: 1, security: 'none' };
  const { id } = known ?? (await makeProvider({ name: 'office', kind: 'smtp', settings, priority: 0 }));
  for (const [column, value] of Object.entries(health))
    await sql()`update provider_health set ${sql()({ [column]: value })} where provider_id = ${id}`;
  return { id: 'office' };
}

async function secondKey() {
  const { id } = await makeProvider({ kind: 'smtp', settings: { host: '127.0.0.1' } });
  const made = [];
  for (const label of ['2026', '2027'])
    made.push(await addKey(testContext, { id, label, secrets: { password: 'a password' }, activate: false }));
  return { id, keyId: made[1]!.id };
}

async function aiKey() {
  const { id } = await makeAiProvider();
  const added = { label: '2027', apiKey: 'another-key', active: false };
  return { id, keyId: (await addAiKey(testContext, { id, ...added })).id };
}

const inbound = async () => makeInbound((await makeProvider({ kind: 'sandbox' })).id, '[]');

/** Nobody listens there. */
function aWebhook() {
  return createWebhook(testContext, WebhookInput.parse({ name: 'Shop', url: 'http://127.0.0.1:1/' }));
}

async function aDrill() {
  const { id } = await makeProvider({ kind: 'sandbox' });
  return idOf(await startDrill(testContext, DrillInput.parse({ provider: id, mode: 'down', minutes: 1 })));
}

describe('every example of the document is taken, and answered as it says', () => {
  it.each(routes)(
    '$name',
    async (route) => {
      const { name, method, handler } = route;
      const { example = {}, answer, answers = {} } = OPERATIONS[name]!;
      await setUpDns({});
      const token = await makeToken();
      const params = { ...(await paramsOf(route)), ...withoutIds(example.params, name) };
      const { status, body, text, headers } = await whileWorking(
        call(handler, { ...example, method, token, params }),
      );
      expect([status, status < 300 || status in answers ? '' : text]).toEqual([status, '']);
      if (answer === null) expect([status, text]).toEqual([204, '']);
      else if (isFile(answer))
        expect(headers.get('content-type')).toMatch(answer.file === '*/*' ? /./ : answer.file);
      else {
        const { error } = (answers[status]?.schema ?? answer).safeParse(body);
        expect(error?.issues ?? []).toEqual([]);
      }
    },
    60_000,
  );

  it.each([
    'ana@example.com',
    'bounce@sandbox.test',
    'throttle@sandbox.test',
    'down@sandbox.test',
    'timeout@sandbox.test',
  ])(
    'a message to %s is told in full',
    async (to) => {
      const { id } = await deliverOne({
        to: [to, 'luis@example.com'],
        tags: ['receipt'],
        metadata: { a: 'b' },
      });
      const told = JSON.parse(JSON.stringify(await getMessage(testContext, id)));
      expect(told.attempts.length).toBeGreaterThan(0);
      expect(MessageDetailAnswer.safeParse(told).error?.issues ?? []).toEqual([]);
      const page = JSON.parse(JSON.stringify(await listMessages(testContext, MessageFilter.parse({}))));
      expect(MessagesPage.safeParse(page).error?.issues ?? []).toEqual([]);
    },
    60_000,
  );
});

/** An example may name what its own test has made instead. */
function withoutIds(params: Record<string, string> = {}, name: string): Record<string, string> {
  return ABOUT[name] ? {} : params;
}
