import { expect, it, vi } from 'vitest';
import { sql } from '@/lib/database/db';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider } from '@/lib/testing/factories';
import { until } from '@/lib/testing/until';
import { beginAttempt } from './begin-attempt';
import { claimMessages } from './claim';

useTestDatabase();

it('does not begin when the claim is taken away at the same moment', async () => {
  const { id: providerId, name: provider } = await makeProvider({});
  const { id: messageId } = await makeMessage({});
  const workerId = newId();
  const [message] = await claimMessages(workerId, [messageId]);
  let begun: ReturnType<typeof beginAttempt> | undefined;
  await sql().begin(async (transaction) => {
    await transaction`update messages set claimed_by = null, claimed_until = null where id = ${messageId}`;
    begun = beginAttempt({
      id: newId(),
      messageId,
      claimNo: message!.claimNo,
      workerId,
      providerId,
      provider,
      candidates: [],
      longestMs: 60_000,
      sizeBytes: 10,
    });
    const ended = vi.fn();
    begun.then(ended);
    await until(async () => {
      const waiting = await sql()`select from pg_locks where not granted`;
      expect(waiting.length + ended.mock.calls.length).toBeGreaterThan(0);
    });
  });
  expect(await begun).toBeNull();
  expect(await sql()`select from attempts where message_id = ${messageId}`).toHaveLength(0);
});
