import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import type { ToldType } from '@/lib/events/types';
import { newId } from '@/lib/ids';
import { applyEvents, type ToldEvent } from '@/lib/messages/apply-events';
import { rollUp } from '@/lib/metrics/roll-up';
import { useTestDatabase } from '@/lib/testing/database';
import { makeCompany, makeMessage, makeProvider, makeToken } from '@/lib/testing/factories';
import { call, expectProblem } from '@/lib/testing/http';
import { GET } from './route';

useTestDatabase();

it('filters by channel and by type of notification, before and after folding', async () => {
  const token = await makeToken();
  await makeProvider();
  const totals = async (query: Record<string, string>) => (await call(GET, { token, query })).body.totals;
  // What other tests have sent.
  const { sent } = await totals({ channel: 'email' });
  const [typed, other] = [await makeMessage(), await makeMessage()];
  await sql()`update messages set type = 'low_balance' where id = ${typed.id}`;
  await deliverMessages(newId(), [typed.id, other.id]);
  for (const fold of [async () => undefined, rollUp]) {
    await fold();
    expect(await totals({ type: 'low_balance' })).toMatchObject({ sent: 1, attempts: 1 });
    expect(await totals({ type: 'unheard_of' })).toMatchObject({ sent: 0, attempts: 0 });
    expect(await totals({ channel: 'email' })).toMatchObject({ sent: sent + 2 });
    expect(await totals({ channel: 'sms' })).toMatchObject({ sent: 0, attempts: 0 });
  }
});

it('tells what became of messages, with rates, times and the period before', async () => {
  const token = await makeToken();
  await makeProvider();
  await makeCompany({ name: 'Clinic', key: 'clinic' });
  const made = await Promise.all([makeMessage({ company: 'clinic' }), makeMessage(), makeMessage()]);
  const ids = made.map(({ id }) => id);
  await deliverMessages(newId(), ids);
  await sql()`update messages set status = 'sent' where id = any(${ids}::uuid[])`;
  const event = (messageId: string, type: ToldType, detail = {}): ToldEvent => {
    return { id: newId(), messageId, recipient: 'ana@example.com', type, at: new Date(), detail };
  };
  await applyEvents([
    event(ids[0]!, 'opened'),
    event(ids[0]!, 'opened'),
    event(ids[1]!, 'opened', { machine: 'apple' }),
    event(ids[2]!, 'complained'),
  ]);
  const { body } = await call(GET, {
    token,
    query: { by: 'company', compare: 'previous', interval: 'hour', timeZone: 'America/Asuncion' },
  });
  expect(body.timeZone).toBe('America/Asuncion');
  expect(body.totals).toMatchObject({ opened: 1, machineOpened: 1, complained: 1, delivered: 2 });
  expect(body.totals.took.p95Ms).toBeGreaterThan(0);
  expect(body.previous.totals).toMatchObject({ sent: 0, opened: 0, rates: { open: null } });
  expect(body.previous.to).toBe(body.from);
  const clinic = body.groups.find(({ name }: { name: string }) => name === 'Clinic');
  expect(clinic.totals).toMatchObject({ sent: 1, opened: 1, rates: { open: 1, bounce: 0, delivery: 1 } });
});

it.each([
  [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
  [{ from: '2016-01-01', to: '2026-01-01', interval: 'month' }, 'from'],
  [{ from: '2016-01-01', to: '2026-01-01' }, 'interval'],
  [{ by: 'colour' }, 'by'],
  [{ compare: 'next' }, 'compare'],
])('400 for %j', async (query, path) => {
  const token = await makeToken();
  expectProblem(
    await call(GET, { token, query: query as Record<string, string> }),
    400,
    'validation_failed',
    path,
  );
});
