import { beforeAll, describe, expect, it, vi } from 'vitest';
import { newId } from '@/lib/ids';
import { getMessage } from '@/lib/messages/get';
import { useTestDatabase } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { withLinks } from '@/lib/tracking/with-links';
import { deliverMessages } from './deliver';

useTestDatabase();
vi.mock('@/lib/tracking/with-links', { spy: true });
beforeAll(() => makeProvider());

const worker = newId();
/** As postgres.js says it when the server has closed its connections. */
const gone = () => Object.assign(new Error('write CONNECTION_CLOSED'), { code: 'CONNECTION_CLOSED' });

/** It fails so often between the attempt that is written and the provider. */
function failBeforeSending(times: number, error: () => Error): void {
  for (let time = 0; time < times; time++) vi.mocked(withLinks).mockRejectedValueOnce(error());
}

async function deliver(category: 'marketing' | 'transactional') {
  const { id } = await makeMessage({ category });
  await deliverMessages(worker, [id]);
  return getMessage(testContext, id);
}

const typesOf = ({ events }: { events: { type: string }[] }) => events.map(({ type }) => type);

describe('a message whose attempt was written when the database went away, and not handed over', () => {
  it.each(['marketing', 'transactional'] as const)(
    'goes out by one attempt once it is back, however often that was: %s',
    async (category) => {
      // Interruptions so often in a row would leave it to the schedule of retries: five minutes.
      failBeforeSending(4, gone);
      const message = await deliver(category);
      expect(message.status).toBe('sent');
      expect(message.attempts).toHaveLength(1);
      expect(typesOf(message)).toEqual(['queued', 'sent']);
    },
  );

  it('is in no doubt where it was a bug, either: it is tried again by the schedule', async () => {
    failBeforeSending(1, () => new Error('a bug'));
    const message = await deliver('marketing');
    expect(message).toMatchObject({ status: 'retrying', attempts: [] });
    expect(typesOf(message)).not.toContain('uncertain');
  });
});
