import { beforeEach, describe, expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { deliverMessages } from '@/lib/delivery/deliver';
import { eventId } from '@/lib/events/event-id';
import type { ToldType } from '@/lib/events/types';
import { newId } from '@/lib/ids';
import { applyEvents } from '@/lib/messages/apply-events';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { rebuildRollUps } from './rebuild';
import { rollUp } from './roll-up';

useDatabaseForEachTest();

const [TEMPLATE, CAMPAIGN] = [newId(), newId()];

beforeEach(async () => {
  await makeProvider({ costPerMessage: '0.002' });
});

async function send(to: string | string[], topics: { template_id?: string; campaign_id?: string }) {
  const { id } = await makeMessage({ to });
  if (Object.keys(topics).length > 0) await sql()`update messages set ${sql()(topics)} where id = ${id}`;
  await deliverMessages(newId(), [id]);
  return id;
}

const tell = (messageId: string, type: ToldType, times = 1) => {
  const at = new Date();
  const events = Array.from({ length: times }, (_, n) => ({
    id: eventId([messageId, type, String(n)], at),
    messageId,
    recipient: 'ana@example.com',
    type,
    at,
  }));
  return applyEvents(events);
};

async function counted() {
  const rows = await sql()`
    select kind, topic_id as topic, sum(messages_sent)::int as sent, sum(messages_failed)::int as failed, sum(recipients_sent)::int as recipients,
      sum(cost_micros)::int as cost, sum(delivered)::int as delivered, sum(opened)::int as opened, sum(bounced)::int as bounced
    from topic_counts group by 1, 2 having sum(messages_sent + messages_failed + opened) <> 0 order by 1`;
  return rows.map((row) => ({ ...row }));
}

const OF_CAMPAIGN = {
  kind: 'campaign',
  topic: CAMPAIGN,
  sent: 2,
  failed: 0,
  recipients: 3,
  cost: 6_000,
  delivered: 1,
  opened: 1,
  bounced: 0,
};
const OF_TEMPLATE = {
  kind: 'template',
  topic: TEMPLATE,
  sent: 1,
  failed: 1,
  recipients: 2,
  cost: 4_000,
  delivered: 1,
  opened: 1,
  bounced: 1,
};

async function history() {
  const both = await send(['ana@example.com', 'luis@example.com'], {
    template_id: TEMPLATE,
    campaign_id: CAMPAIGN,
  });
  await send('ana@example.com', { campaign_id: CAMPAIGN });
  await send('bounce@sandbox.test', { template_id: TEMPLATE });
  await send('ana@example.com', {});
  await tell(both, 'opened', 3);
}

describe('a template and a campaign', () => {
  it('have figures of their own, each message once, and nothing else has', async () => {
    await history();
    expect(await counted()).toEqual([OF_CAMPAIGN, OF_TEMPLATE]);
  });

  it('keep them when they are added up, and when they are counted anew', async () => {
    await history();
    await rebuildRollUps(testContext);
    expect(await counted()).toEqual([OF_CAMPAIGN, OF_TEMPLATE]);
    await sql()`update topic_counts set quarter = quarter - interval '5 days'`;
    await rollUp();
    expect(await counted()).toEqual([OF_CAMPAIGN, OF_TEMPLATE]);
    expect(await sql()`select from topic_counts where slot <> 0`).toHaveLength(0);
  });

  it('get them back by the rebuild, and lose what was never so', async () => {
    await history();
    await sql()`update topic_counts set messages_sent = messages_sent + 7 where kind = 'campaign'`;
    await sql()`delete from topic_counts where kind = 'template'`;
    await rebuildRollUps(testContext);
    expect(await counted()).toEqual([OF_CAMPAIGN, OF_TEMPLATE]);
  });
});
