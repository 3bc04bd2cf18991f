import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { idFloor, newId } from '@/lib/ids';
import { describeAccess } from '@/lib/testing/access';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeMessage, makeProvider, makeToken, testContext } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { createToken } from '@/lib/tokens/create';
import { GET } from './route';

useTestDatabase();

let token: string;
let ana: string;
let ben: string;
let san: string;
beforeAll(async () => {
  token = await makeToken();
  await makeProvider({ name: 'Main' });
  await makeProvider({ name: 'Idle', priority: 1 });
  await makeCompany({ name: 'Clínica San José', key: 'san' });
  ana = await deliver({ to: ['ana@example.com', 'Bounce@sandbox.test'] });
  ben = await deliver({ to: 'ben@example.com' });
  san = await deliver({ to: 'ana@example.com', company: 'san' });
});

async function deliver(input: Parameters<typeof makeMessage>[0]) {
  const { id } = await makeMessage(input);
  await deliverMessages(newId(), [id]);
  return id;
}

type Row = { id: string; messageId: string; type: string; recipient: string | null; provider: string | null };
const read = async (query: Record<string, string> = {}, by = token) => {
  const { status, body } = await call(GET, { token: by, query });
  expect(status).toBe(200);
  return body as { data: Row[]; nextCursor: string | null };
};
const told = async (query: Record<string, string>) =>
  (await read(query)).data.map(({ messageId, type, recipient }) => [messageId, type, recipient]);

describeAccess('events', GET, { scope: 'events:read', role: 'viewer' });

describe('GET /events', () => {
  it('tells what happened, newest first', async () => {
    const { data, nextCursor } = await read();
    expect(nextCursor).toBeNull();
    expect(data.map(({ id }) => id)).toEqual(
      data
        .map(({ id }) => id)
        .toSorted()
        .toReversed(),
    );
    expect(data.map(({ messageId, type }) => [messageId, type])).toEqual([
      [san, 'sent'],
      [san, 'queued'],
      [ben, 'sent'],
      [ben, 'queued'],
      [ana, expect.stringMatching(/sent|bounced/)],
      [ana, expect.stringMatching(/sent|bounced/)],
      [ana, 'queued'],
    ]);
    expect(data[0]).toEqual({
      id: expect.any(String),
      messageId: san,
      type: 'sent',
      at: expect.stringMatching(/^\d{4}-.*Z$/),
      recipient: 'ana@example.com',
      provider: 'Main',
      detail: expect.anything(),
    });
  });

  it('finds those of a message, of a recipient, of a type, of a provider, of a company', async () => {
    expect(await told({ message: ben })).toEqual([
      [ben, 'sent', 'ben@example.com'],
      [ben, 'queued', null],
    ]);
    expect(await told({ recipient: 'Ana@Example.com' })).toEqual([
      [san, 'sent', 'ana@example.com'],
      [ana, 'sent', 'ana@example.com'],
    ]);
    expect(await told({ type: 'bounced' })).toEqual([[ana, 'bounced', 'Bounce@sandbox.test']]);
    expect(await told({ recipient: 'bounce@sandbox.test', type: 'bounced' })).toHaveLength(1);
    expect((await told({ provider: 'main' })).map(([id]) => id)).toEqual([san, ben, ana, ana]);
    expect(await told({ provider: 'Idle' })).toEqual([]);
    expect((await told({ company: 'san' })).map(([id]) => id)).toEqual([san, san]);
    expect(await told({ company: 'san', type: 'bounced' })).toEqual([]);
    expect(await told({ message: newId() })).toEqual([]);
    expect(await told({ recipient: 'nobody@example.com' })).toEqual([]);
  });

  it('finds those that were written since, and until', async () => {
    const { data } = await read({ message: ben });
    const old = idFloor(new Date('2026-11-01T12:00:00Z'));
    await sql()`update events set id = ${old} where id = ${data[1]!.id}`;
    onTestFinished(async () => void (await sql()`update events set id = ${data[1]!.id} where id = ${old}`));
    expect(await told({ message: ben, since: '2026-11-01T12:00:01Z' })).toHaveLength(1);
    expect(await told({ message: ben, since: '2026-11-01T12:00:00Z' })).toHaveLength(2);
    expect(await told({ message: ben, until: '2026-11-01T12:00:00Z' })).toEqual([]);
    expect(await told({ message: ben, until: '2026-11-01T12:00:01Z' })).toHaveLength(1);
  });

  it('gives page after page, and none twice', async () => {
    const all = (await read()).data.map(({ id }) => id);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page = await read({ limit: '3', cursor });
      seen.push(...page.data.map(({ id }) => id));
      cursor = page.nextCursor;
      expect(seen.length).toBeLessThanOrEqual(all.length);
    }
    expect(seen).toEqual(all);
  });

  it('keeps the events of others from a token of one company', async () => {
    const scopes = ['events:read' as const];
    const own = await createToken(testContext, { name: 'san', scopes, company: 'san' });
    expect((await read({}, own.token)).data.map(({ messageId }) => messageId)).toEqual([san, san]);
    expect((await read({ message: ben }, own.token)).data).toEqual([]);
    expect((await read({ recipient: 'ana@example.com' }, own.token)).data).toHaveLength(1);
    expect((await read({ type: 'bounced' }, own.token)).data).toEqual([]);
  });

  it.each([
    ['message', 'x'],
    ['type', 'sended'],
    ['since', 'yesterday'],
    ['limit', '101'],
    ['cursor', 'x'],
    ['company', 'nobody'],
  ])('refuses %s=%s', async (name, value) => {
    expectProblem(await call(GET, { token, query: { [name]: value } }), 400, 'validation_failed', name);
  });

  it('refuses what it does not know', async () => {
    expectProblem(await call(GET, { token, query: { state: 'sent' } }), 400, 'validation_failed');
  });
});
