import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeInbound, makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { InboundFilter, ReplayInput } from './inbound-schema';
import { getInbound, listInbound } from './list-inbound';
import { readInbound } from './read-inbound';
import { replayInbound, replayMany } from './replay';

useTestDatabase();

beforeAll(() => makeProvider({ name: 'Main' }));

const secrets = { apiKey: 'key-0123456789abcdef', webhookToken: 'a-webhook-token-of-ours' };
const makePostmark = (company?: string) =>
  makeProvider({ kind: 'postmark', secrets, active: false, ...(company && { company }) });

async function deliver() {
  const { id } = await makeMessage();
  await deliverMessages(newId(), [id]);
  return id;
}

const keep = (providerId: string, body: string) =>
  makeInbound(providerId, body, { 'content-type': 'application/json', 'x-request': 'of Postmark' });

/** As https://postmarkapp.com/developer/webhooks/delivery-webhook has it. */
const delivery = (messageId: string) =>
  JSON.stringify({
    RecordType: 'Delivery',
    MessageID: newId(),
    Recipient: 'ana@example.com',
    DeliveredAt: new Date().toISOString(),
    Details: '250 2.0.0 OK',
    Metadata: { relevo_id: messageId },
  });

const list = async (filter: Record<string, string>, ctx = testContext) =>
  (await listInbound(ctx, InboundFilter.parse(filter))).data;
const replay = (input: Record<string, unknown>, ctx = testContext) =>
  replayMany(ctx, ReplayInput.parse(input));
const audited = (action: string) => sql()`
  select subject_id as "subjectId", after from audit_log where action = ${action} order by id desc limit 1`;

describe('what a provider posted', () => {
  it('is listed with what became of it, and the event names it', async () => {
    const { id: postmark, name } = await makePostmark();
    const message = await deliver();
    const { id } = await keep(postmark, delivery(message));
    expect(await list({ provider: name })).toMatchObject([{ id, state: 'waiting', readAt: null }]);
    await readInbound();
    expect(await list({ provider: name })).toEqual([
      {
        id,
        provider: name,
        state: 'read',
        receivedAt: expect.stringMatching(/Z$/),
        readAt: expect.stringMatching(/Z$/),
        error: null,
        sizeBytes: delivery(message).length,
      },
    ]);
    const { events } = await getMessage(testContext, message);
    expect(events.find(({ type }) => type === 'delivered')!.detail).toMatchObject({ inbound: id });
  });

  it('can be looked at, as it came in', async () => {
    const { id: postmark } = await makePostmark();
    const body = '{"RecordType":"Open", "a":"<script>alert(1)</script> \u0000 ñ"}';
    const { id } = await keep(postmark, body);
    expect(await getInbound(testContext, { id })).toMatchObject({
      body,
      headers: { 'content-type': 'application/json', 'x-request': 'of Postmark' },
    });
    await expect(getInbound(testContext, { id: newId() })).rejects.toMatchObject({ code: 'not_found' });
    await expect(getInbound(testContext, { id: 'x' })).rejects.toMatchObject({ code: 'not_found' });
    await readInbound();
  });

  it('is found by its state, and page by page', async () => {
    const { id: postmark, name } = await makePostmark();
    const good = await keep(postmark, delivery(await deliver()));
    const bad = await keep(postmark, 'no JSON');
    await readInbound();
    const late = await keep(postmark, delivery(newId()));
    const ids = async (filter: Record<string, string>) =>
      (await list({ provider: name, ...filter })).map(({ id }) => id);
    expect(await ids({})).toEqual([late.id, bad.id, good.id]);
    expect(await ids({ state: 'failed' })).toEqual([bad.id]);
    expect(await ids({ state: 'read' })).toEqual([good.id]);
    expect(await ids({ state: 'waiting' })).toEqual([late.id]);
    expect(await ids({ until: '2026-01-01T00:00:00Z' })).toEqual([]);
    const first = await listInbound(testContext, InboundFilter.parse({ provider: name, limit: '2' }));
    expect(first.nextCursor).toBe(bad.id);
    expect(await ids({ cursor: first.nextCursor! })).toEqual([good.id]);
    expect(await list({ provider: 'nobody' })).toEqual([]);
  });
});

describe('read once more', () => {
  it('in steps goes on where the step before stopped, to the end', async () => {
    const { id: postmark, name } = await makePostmark();
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) ids.push((await keep(postmark, delivery(await deliver()))).id);
    await readInbound();
    const first = await replay({ provider: name, state: 'all', limit: 2 });
    expect(first).toEqual({ matched: 5, replayed: 2, nextCursor: ids[1] });
    // Read again at once: without the cursor the first two would come again, for ever.
    await readInbound();
    const rest = { provider: name, state: 'all', limit: 3, cursor: ids[1] };
    expect(await replay(rest)).toEqual({ matched: 3, replayed: 3, nextCursor: null });
    await readInbound();
  });

  it('tells nothing twice', async () => {
    const { id: postmark, name } = await makePostmark();
    const message = await deliver();
    const { id } = await keep(postmark, delivery(message));
    await readInbound();
    const before = await getMessage(testContext, message);
    expect(before.status).toBe('delivered');
    expect(await replayInbound(testContext, { id })).toMatchObject({ id, state: 'waiting' });
    await readInbound();
    expect(await list({ provider: name })).toMatchObject([{ id, state: 'read' }]);
    expect((await getMessage(testContext, message)).events).toEqual(before.events);
    expect(await audited('inbound.replay')).toMatchObject([{ subjectId: id, after: { provider: name } }]);
  });

  it('is understood once its mapping was mended', async () => {
    const { id: postmark, name } = await makePostmark();
    const message = await deliver();
    const { id } = await keep(postmark, delivery(message));
    // As a mapping that could not read it would have left it.
    await sql()`update inbound_events set applied_at = now(), error = 'unknown RecordType' where id = ${id}`;
    expect(await replay({ provider: name, dryRun: true })).toMatchObject({ matched: 1, replayed: 0 });
    expect(await replay({ provider: name })).toMatchObject({ matched: 1, replayed: 1 });
    await readInbound();
    expect((await getMessage(testContext, message)).status).toBe('delivered');
    expect(await replay({ provider: name })).toMatchObject({ matched: 0, replayed: 0 });
    expect(await replay({ provider: name, state: 'all' })).toMatchObject({ matched: 1, replayed: 1 });
    expect(await audited('inbound.replay_many')).toMatchObject([{ after: { provider: name, replayed: 1 } }]);
    await readInbound();
  });

  it('is of a span alone', async () => {
    const { id: postmark, name } = await makePostmark();
    await keep(postmark, 'no JSON');
    await readInbound();
    const span = { provider: name, until: '2026-01-01T00:00:00Z' };
    expect(await replay(span)).toMatchObject({ matched: 0, replayed: 0 });
  });
});

describe('whose it is', () => {
  it('that of a company is for it alone, that of a shared provider for who is for all of them', async () => {
    const [one, two] = [(await makeCompany()).id, (await makeCompany()).id];
    const own = await makePostmark(one);
    const shared = await makePostmark();
    const { id } = await keep(own.id, 'no JSON');
    const { id: ofAll } = await keep(shared.id, 'no JSON');
    await readInbound();
    const as = (companyId: string) => ({ ...testContext, companyId });
    expect((await list({}, as(one))).map((row) => row.id)).toEqual([id]);
    expect(await list({}, as(two))).toEqual([]);
    expect(await list({ provider: shared.name }, as(one))).toEqual([]);
    for (const [ctx, which] of [
      [as(two), id],
      [as(one), ofAll],
    ] as const) {
      await expect(getInbound(ctx, { id: which })).rejects.toMatchObject({ code: 'not_found' });
      await expect(replayInbound(ctx, { id: which })).rejects.toMatchObject({ code: 'not_found' });
    }
    await expect(replay({ provider: shared.name }, as(one))).rejects.toMatchObject({ code: 'not_found' });
    expect((await getInbound(as(one), { id })).id).toBe(id);
    expect(await replay({ provider: own.name }, as(one))).toMatchObject({ matched: 1, replayed: 1 });
    await readInbound();
  });
});
