import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { acceptMessage } from '@/lib/intake/accept';
import { MessageInput } from '@/lib/messages/schema';
import { updateSettings } from '@/lib/settings/update';
import { allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import { useTestDatabase } from '@/lib/testing/database';
import { deliverAgain } from '@/lib/testing/deliver';
import { makeProvider, testContext } from '@/lib/testing/factories';

useTestDatabase();
allowLoopbackTargets();

const HOUR_MS = 3_600_000;

it('a text that failed in the evening is tried again in the morning, an urgent one and others at once', async () => {
  const server = await startApiServer(() => ({ status: 503, body: { code: 20503, message: 'down' } }));
  const provider = await makeProvider({
    kind: 'twilio',
    fromEmail: null,
    settings: { accountSid: `AC${'0'.repeat(32)}`, sender: '+15005550006', endpoint: server.url },
    secrets: { apiKey: 'token' },
  });
  const general = { timeZone: 'UTC' };
  const quietHours = (fromHour: number, untilHour: number) => ({ quietHours: { fromHour, untilHour } });
  const retries = { immediateTries: 1, faultMinutes: [1] };
  const failInQuiet = async (over: object) => {
    await updateSettings(testContext, { general, delivery: { ...quietHours(0, 0), retries } });
    const input = {
      channel: 'sms',
      to: '+595981234567',
      text: 'Oferta',
      providers: [provider.name],
      ...over,
    };
    const { id } = await acceptMessage(testContext, MessageInput.parse(input as never));
    // Quiet from this very hour until the next but one.
    const hour = new Date().getUTCHours();
    await updateSettings(testContext, { delivery: quietHours(hour, (hour + 2) % 24) });
    await deliverAgain([id]);
    const [row] = await sql()`
      select status, due_at as due from messages where id = ${id}`;
    return { status: row!.status, waitMs: row!.due.getTime() - Date.now(), due: row!.due as Date };
  };
  const held = await failInQuiet({ category: 'marketing' });
  expect(held.status).toBe('retrying');
  expect(held.waitMs).toBeGreaterThan(HOUR_MS - 60_000);
  expect([held.due.getUTCMinutes(), held.due.getUTCSeconds()]).toEqual([0, 0]);
  for (const over of [{ category: 'marketing', priority: 'urgent' }, { category: 'transactional' }])
    expect((await failInQuiet(over)).waitMs).toBeLessThan(2 * 60_000);
});
