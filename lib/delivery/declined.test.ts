import { expect, it } from 'vitest';
import { sql } from '@/lib/database/db';
import { acceptMessage } from '@/lib/intake/accept';
import { MessageInput } from '@/lib/messages/schema';
import { allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import { useSuppressions, useTestDatabase } from '@/lib/testing/database';
import { deliverAgain } from '@/lib/testing/deliver';
import { makeProvider, testContext } from '@/lib/testing/factories';

useTestDatabase();
useSuppressions();
allowLoopbackTargets();

/** https://www.twilio.com/docs/api/errors/21610 and 21211. */
it.each([
  [21610, 'Attempt to send to unsubscribed recipient', []],
  [21211, "The 'To' number is not a valid phone number.", [{ cause: 'hard_bounce', category: null }]],
])('%d: who told a sender to stop is not taken for a number that is gone', async (code, message, stopped) => {
  const server = await startApiServer(() => ({ status: 400, body: { code, message, status: 400 } }));
  const provider = await makeProvider({
    kind: 'twilio',
    fromEmail: null,
    settings: { accountSid: `AC${'0'.repeat(32)}`, sender: '+15005550006', endpoint: server.url },
    secrets: { apiKey: 'token' },
  });
  const to = `+5959812${code}`;
  const input = { channel: 'sms', to, text: 'Su recibo', providers: [provider.name] };
  const { id } = await acceptMessage(testContext, MessageInput.parse(input as never));
  const [sent] = await deliverAgain([id]);
  expect(sent).toMatchObject({ status: 'bounced', recipients: [{ code: String(code) }] });
  expect(await sql()`select cause, category from suppressions where address = ${to}`).toEqual(stopped);
});
