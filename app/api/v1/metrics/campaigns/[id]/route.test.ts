import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeToken, testContext } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { makeTemplate } from '@/lib/testing/templates';
import { createToken } from '@/lib/tokens/create';
import { GET as metrics } from '../../route';
import { GET } from './route';

useTestDatabase();

const [CAMPAIGN, OTHER] = [newId(), newId()];
let token: string;
let companyId: string;

const plant = (kind: string, id: string, company: string | undefined, counts: object, daysAgo = 0) =>
  sql()`
    insert into topic_counts ${sql()({ kind, topic_id: id, ...(company && { company_id: company }), slot: 1, quarter: new Date(Math.floor(Date.now() / 900_000) * 900_000 - daysAgo * 86_400_000), ...counts } as never)}`;

beforeAll(async () => {
  token = await makeToken();
  ({ id: companyId } = await makeCompany({ name: 'Clinic', key: 'clinic' }));
  await plant('campaign', CAMPAIGN, companyId, {
    messages_sent: 90,
    messages_failed: 10,
    opened: 45,
    cost_micros: 2_000_000,
  });
  await plant('campaign', CAMPAIGN, undefined, { messages_sent: 10 }, 3);
  await plant('campaign', OTHER, undefined, { messages_sent: 5, bounced: 1 });
  await plant('template', CAMPAIGN, undefined, { messages_sent: 7 });
});

const params = { id: CAMPAIGN };

describeAccess('metrics/campaigns/[id]', GET, { scope: 'metrics:read', role: 'viewer', request: { params } });

describe('GET /metrics/campaigns/{id}', () => {
  it('has what became of it, day by day, and how many days make a whole', async () => {
    const { status, body } = await call(GET, { token, params, query: { compare: 'previous' } });
    expect(status).toBe(200);
    expect(body.totals).toMatchObject({
      sent: 100,
      failed: 10,
      opened: 45,
      cost: '2',
      rates: { open: 0.45 },
    });
    expect(body.data.filter(({ sent }: { sent: number }) => sent > 0)).toHaveLength(2);
    expect(body.previous.totals).toMatchObject({ sent: 0 });
  });

  it.each(['hour', 'week', 'month'])('adds up to the same by %s', async (interval) => {
    const from = new Date(Date.now() - 5 * 86_400_000).toISOString();
    const { body } = await call(GET, { token, params, query: { interval, from } });
    expect(body.totals.sent).toBe(100);
    expect(body.data.reduce((sum: number, { sent }: { sent: number }) => sum + sent, 0)).toBe(100);
  });

  it('of a company has its own alone', async () => {
    const own = await createToken(testContext, { name: 'own', scopes: ['metrics:read'], company: 'clinic' });
    expect((await call(GET, { token: own.token, params })).body.totals.sent).toBe(90);
  });

  it('of one that nobody knows is 0', async () => {
    expect((await call(GET, { token, params: { id: newId() } })).body.totals.sent).toBe(0);
  });

  it.each([
    [{ id: 'no id' }, {}],
    [params, { interval: 'second' }],
    [params, { provider: 'x' }],
  ])('400 for %j %j', async (wrong, query) => {
    expectProblem(await call(GET, { token, params: wrong, query: query as never }), 400, 'validation_failed');
  });
});

describe('GET /metrics', () => {
  it('splits by campaign and by template, the most first', async () => {
    const groups = async (by: string) => (await call(metrics, { token, query: { by } })).body.groups;
    expect(await groups('campaign')).toMatchObject([
      { key: CAMPAIGN, totals: { sent: 100 } },
      { key: OTHER, totals: { sent: 5, bounced: 1 } },
    ]);
    expect(await groups('template')).toContainEqual(
      expect.objectContaining({ key: CAMPAIGN, totals: expect.objectContaining({ sent: 7 }) }),
    );
  });

  it('calls templates as people do, and those that are gone by nothing', async () => {
    const { id, title } = await makeTemplate();
    await plant('template', id, undefined, { messages_sent: 3 });
    const { groups } = (await call(metrics, { token, query: { by: 'template', template: id } })).body;
    expect(groups).toMatchObject([{ key: id, name: title, totals: { sent: 3 } }]);
    const gone = (await call(metrics, { token, query: { by: 'template', template: CAMPAIGN } })).body.groups;
    expect(gone).toMatchObject([{ key: CAMPAIGN, name: null }]);
  });

  it.each([
    [{ by: 'template', channel: 'email' }, 'channel'],
    [{ template: CAMPAIGN, category: 'marketing' }, 'category'],
    [{ template: CAMPAIGN, campaign: CAMPAIGN }, 'campaign'],
    [{ campaign: CAMPAIGN, by: 'provider' }, 'by'],
  ])('400 for what is not known of a topic: %j', async (query, path) => {
    expectProblem(await call(metrics, { token, query: query as never }), 400, 'validation_failed', path);
  });
});
