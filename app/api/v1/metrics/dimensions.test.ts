import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { newId } from '@/lib/ids';
import { rollUp } from '@/lib/metrics/roll-up';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, makeToken } from '@/lib/testing/factories';
import { call } from '@/lib/testing/http';
import { GET } from './route';

useTestDatabase();

it('filters by channel and by type of notification, before and after folding', async () => {
  const token = await makeToken();
  await makeProvider();
  const [typed, other] = [await makeMessage(), await makeMessage()];
  await sql()`update messages set type = 'low_balance' where id = ${typed.id}`;
  await deliverMessages(newId(), [typed.id, other.id]);
  const totals = async (query: Record<string, string>) => (await call(GET, { token, query })).body.totals;
  for (const fold of [async () => undefined, rollUp]) {
    await fold();
    expect(await totals({ type: 'low_balance' })).toMatchObject({ sent: 1, attempts: 1 });
    expect(await totals({ type: 'unheard_of' })).toMatchObject({ sent: 0, attempts: 0 });
    expect(await totals({ channel: 'email' })).toMatchObject({ sent: 2, attempts: 2 });
    expect(await totals({ channel: 'sms' })).toMatchObject({ sent: 0, attempts: 0 });
  }
});
