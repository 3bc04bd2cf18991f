import { beforeEach, expect, it } from 'vitest';
import { releaseMessages } from '@/lib/backlog/release';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { forgetFacts } from '@/lib/providers/routing-facts';
import { useTestDatabase } from '@/lib/testing/database';
import { closeBreakers, makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { deliverMessages } from './deliver';

useTestDatabase();
beforeEach(closeBreakers);

it('a breaker that opens again and again is told once of a message that waits for it', async () => {
  const { id: providerId, name } = await makeProvider();
  const { id } = await makeMessage({ to: 'ana@example.com', providers: [name] });
  const open = () =>
    sql()`update provider_health set open_until = now() + interval '5 minutes', opened_at = now() where provider_id = ${providerId}`;
  const waits = async () => {
    await open();
    forgetFacts();
    await deliverMessages(newId(), [id]);
    return getMessage(testContext, id);
  };
  const first = await waits();
  expect(first.reason).toBe('breaker_open');
  for (let round = 0; round < 5; round++) {
    // It closes, those that wait are woken, and before this one's turn it has opened again.
    await closeBreakers();
    await releaseMessages(providerId);
    await waits();
  }
  const last = await getMessage(testContext, id);
  expect(last).toMatchObject({ reason: 'breaker_open', attempts: [] });
  expect(last.events).toEqual(first.events);
});
