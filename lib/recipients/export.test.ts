import { beforeAll, describe, expect, it } from 'vitest';
import { deliverMessages } from '@/lib/delivery/deliver';
import { eventId } from '@/lib/events/event-id';
import { newId } from '@/lib/ids';
import { applyEvents } from '@/lib/messages/apply-events';
import { addSuppression } from '@/lib/suppressions/add';
import { SuppressionInput } from '@/lib/suppressions/schema';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { exportRecipient } from './export';

useTestDatabase();

let count = 0;
const someone = () => `ana+${++count}@sandbox.test`;
const read = async (address: string, ctx = testContext) =>
  new Response(exportRecipient(ctx, { address })).json();

beforeAll(async () => {
  await makeProvider();
});

async function send(to: string | string[], input: object = {}) {
  const { id } = await makeMessage({ to, ...input });
  await deliverMessages(newId(), [id]);
  return id;
}

describe('all that is known of a person', () => {
  it('is one JSON of messages with contents, attempts, visits and answers, and of the lists they are on', async () => {
    const ana = someone();
    const id = await send(ana, { subject: 'Receipt 13', html: '<p>Hello</p>', text: 'Hello' });
    const at = new Date();
    await applyEvents([
      {
        id: eventId(['reply'], at),
        messageId: id,
        recipient: ana,
        type: 'replied',
        at,
        detail: { reply: 'Thanks' },
      },
      {
        id: eventId(['open'], at),
        messageId: id,
        recipient: ana,
        type: 'opened',
        at,
        detail: { ip: '203.0.113.0' },
      },
    ]);
    await addSuppression(testContext, SuppressionInput.parse({ address: ana, reason: 'by phone' }));
    const known = await read(ana.toUpperCase());
    expect(known).toMatchObject({
      address: ana,
      suppressions: [{ cause: 'manual', reason: 'by phone' }],
      messages: [
        {
          id,
          subject: 'Receipt 13',
          html: '<p>Hello</p>',
          text: 'Hello',
          attempts: [{ outcomes: [{ address: ana }] }],
        },
      ],
    });
    const types = known.messages[0].events.map(({ type }: { type: string }) => type);
    expect(types).toEqual(expect.arrayContaining(['queued', 'sent', 'opened', 'replied']));
  });

  it('says nothing of others: who had a blind copy, and what became of it', async () => {
    const [ana, luis, eva] = [someone(), someone(), someone()];
    await send([ana, luis], { bcc: eva });
    const text = JSON.stringify(await read(ana));
    expect(text).not.toContain(eva);
    const [{ recipients, events, attempts }] = JSON.parse(text).messages;
    expect(recipients.find(({ address }: { address: string }) => address === luis)).toEqual({
      kind: 'to',
      address: luis,
    });
    expect(JSON.stringify([events, attempts])).not.toContain(luis);
  });

  it('has them all, however many, and of a company its own alone', async () => {
    const ana = someone();
    const company = await makeCompany();
    for (let n = 0; n < 105; n++) await makeMessage({ to: ana });
    await makeMessage({ to: ana, company: company.key });
    const ids = (await read(ana)).messages.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(106);
    expect((await read(ana, { ...testContext, companyId: company.id })).messages).toHaveLength(1);
  });

  it('of who is unknown is that nothing is', async () => {
    expect(await read('never@example.com')).toMatchObject({ messages: [], suppressions: [], bounces: [] });
  });
});
