import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { acceptMessage } from '@/lib/intake/accept';
import { MessageInput } from '@/lib/messages/schema';
import { allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { deliverAgain } from '@/lib/testing/deliver';
import { makeProvider, testContext } from '@/lib/testing/factories';
import { takePrices } from './take-prices';

useTestDatabase();
allowLoopbackTargets();

const SID = `AC${'0'.repeat(32)}`;

it('what Twilio charges in the end stands with the attempt and in the figures, once', async () => {
  const [ours, other, strange] = ['1', '2', '3'].map((digit) => `SM${digit.repeat(32)}`);
  let next = ours;
  const path = `/2010-04-01/Accounts/${SID}/Messages.json`;
  const listed = { date_sent: 'Mon, 30 Nov 2026 00:00:00 +0000', status: 'delivered' };
  const server = await startApiServer(({ method, path: asked }) => {
    if (method === 'POST') return { status: 201, body: { sid: next, status: 'queued', price: null } };
    const query = new URL(asked, 'http://x').searchParams;
    // As its documentation has them: a sum that leaves the balance, in letters of either case, on two pages.
    return query.has('Page')
      ? {
          status: 200,
          body: {
            messages: [{ ...listed, sid: strange, price: '-9', price_unit: 'USD' }],
            next_page_uri: null,
          },
        }
      : {
          status: 200,
          body: {
            messages: [
              { ...listed, sid: ours, price: '-0.14250', price_unit: 'usd' },
              { ...listed, sid: other, price: '-90.00', price_unit: 'EUR' },
              { ...listed, sid: `SM${'4'.repeat(32)}`, price: null, price_unit: 'USD' },
            ],
            next_page_uri: `${path}?PageSize=1000&Page=1`,
          },
        };
  });
  const provider = await makeProvider({
    kind: 'twilio',
    fromEmail: null,
    costPerMessage: '0.05',
    settings: { accountSid: SID, sender: '+15005550006', endpoint: server.url },
    secrets: { apiKey: 'token' },
  });
  const send = async (sid: string | undefined) => {
    next = sid;
    const input = { channel: 'sms', to: '+595981234567', text: 'Hola', providers: [provider.name] };
    const { id } = await acceptMessage(testContext, MessageInput.parse(input as never));
    const [message] = await deliverAgain([id]);
    return message!;
  };
  const [first, second] = [await send(ours), await send(other)];
  expect([first, second].map(({ attempts }) => attempts[0]!.cost)).toEqual(['0.05', '0.05']);
  const figures = async () => {
    const [row] = await sql()`
      select sum(cost_micros)::int as cost, sum(attempts_sent)::int as sent, sum(messages_sent)::int as messages
      from delivery_minutes where provider_id = ${provider.id}`;
    return row;
  };
  expect(await figures()).toEqual({ cost: 100_000, sent: 2, messages: 2 });
  expect(await takePrices()).toBe(1);
  expect(await takePrices()).toBe(0);
  expect(await figures()).toEqual({ cost: 192_500, sent: 2, messages: 2 });
  const rows =
    await sql()`select cost_micros::int as cost from attempts where provider_id = ${provider.id} order by id`;
  expect(rows.map(({ cost }) => cost)).toEqual([142_500, 50_000]);
  const [query] = server.calls
    .filter(({ method }) => method === 'GET')
    .map((call) => new URL(call.path, 'http://x').searchParams);
  expect(query!.get('DateSent>')).toMatch(/^\d{4}-\d\d-\d\d$/);
});

it('a provider that does not say keeps nobody from the others', async () => {
  const server = await startApiServer(() => ({ status: 500, body: 'no' }));
  await makeProvider({
    kind: 'twilio',
    fromEmail: null,
    settings: { accountSid: SID, sender: '+15005550006', endpoint: server.url },
    secrets: { apiKey: 'token' },
  });
  await takePrices();
  expect(server.calls).toHaveLength(1);
});
