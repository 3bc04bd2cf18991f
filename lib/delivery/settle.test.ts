import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { newEvent } from '@/lib/events/new-event';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider } from '@/lib/testing/factories';
import { claimMessages } from './claim';
import { settle } from './settle';

useTestDatabase();

it('settling twice changes nothing: the answer to the first may have been lost', async () => {
  const provider = await makeProvider({});
  const { id } = await makeMessage({});
  const workerId = newId();
  const [message] = await claimMessages(workerId, [id]);
  const settlement = {
    messageId: id,
    workerId,
    claimNo: message!.claimNo,
    channel: 'email',
    companyId: null,
    type: null,
    category: 'transactional',
    status: 'sending' as const,
    reason: null,
    retryMs: null,
    retryCount: 0,
    providerId: null,
    recipients: message!.recipients,
    attempts: [],
    events: [newEvent('failover', { providerId: provider.id })],
  };
  expect(await settle(settlement)).toEqual(message!.recipients);
  expect(await settle(settlement)).toEqual(message!.recipients);
  const events = await sql()`select type from events where message_id = ${id} order by id`;
  expect(events.map(({ type }) => type)).toEqual(['queued', 'failover']);
});
