import { beforeAll, describe, expect, it } from 'vitest';
import { sql } from '@/lib/db';
import { newId } from '@/lib/ids';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { findViolations } from '@/lib/testing/invariants';
import { beginAttempt } from './attempt';
import { claimMessages } from './claim';
import { deliverMessages } from './deliver';
import { getMessage } from './get';

useTestDatabase();

const worker = newId();
let provider: Awaited<ReturnType<typeof makeProvider>>;
beforeAll(async () => {
  provider = await makeProvider();
});

const expire = (id: string) =>
  sql()`update messages set expires_at = now() - interval '1 second' where id = ${id}`;

async function deliver(id: string) {
  await deliverMessages(worker, [id]);
  return getMessage(testContext, id);
}

describe('a message whose deadline has passed', () => {
  it('ends', async () => {
    const { id } = await makeMessage();
    await expire(id);
    expect(await deliver(id)).toMatchObject({ status: 'failed', reason: 'expired', attempts: [] });
  });

  it('is in doubt if its worker died over it: somebody may have it', async () => {
    const { id } = await makeMessage({ to: ['ana@example.com', 'ben@example.com'] });
    const dead = newId();
    const [claimed] = await claimMessages(dead, [id]);
    await beginAttempt({
      id: newId(),
      messageId: id,
      claimNo: claimed!.claimNo,
      workerId: dead,
      providerId: provider.id,
      provider: provider.name,
      candidates: [],
      sizeBytes: 0,
    });
    await sql()`update messages set claimed_by = null, claimed_until = null where id = ${id}`;
    await expire(id);
    const message = await deliver(id);
    expect(message).toMatchObject({ status: 'uncertain', reason: 'uncertain', dueAt: null });
    expect(message.recipients.map(({ status }) => status)).toEqual(['unknown', 'unknown']);
    expect(await findViolations(sql())).toEqual([]);
  });
});
