import { beforeEach, expect, it } from 'vitest';
import type { StoredOutcome } from '@/drizzle/schema/attempts';
import { beginAttempt } from '@/lib/delivery/begin-attempt';
import { type ClaimedMessage, claimMessages } from '@/lib/delivery/claim';
import { settle } from '@/lib/delivery/settle';
import { withdrawAttempt } from '@/lib/delivery/withdraw-attempt';
import { newId } from '@/lib/ids';
import { rebuildRollUps } from '@/lib/metrics/rebuild';
import { MetricsQuery } from '@/lib/metrics/schema';
import { getProviderStatistics } from '@/lib/providers/health/statistics';
import { updateSettings } from '@/lib/settings/update';
import { getStatistics } from '@/lib/statistics/get';
import { getMetrics } from '@/lib/statistics/metrics';
import { useDatabaseForEachTest } from '@/lib/testing/database';
import { makeMessage, makeProvider, testContext } from '@/lib/testing/factories';
import { describeListed, listWithRoom } from './provider-list';

useDatabaseForEachTest();
beforeEach(() => updateSettings(testContext, { delivery: { breaker: { failures: 3, minSample: 1 } } }));

const workerId = newId();
const address = 'ana@example.com';
const refused = (rest: Partial<StoredOutcome>): StoredOutcome => ({ address, outcome: 'refused', ...rest });

/** In which nothing has failed: too fast, too large for it by its own word or by what is known, a used-up limit, a drill. */
const PUT_OFF = [
  refused({ fault: 'throttled', pace: 'rate', code: '429' }),
  refused({ fault: 'throttled', pace: 'connections', code: '421' }),
  refused({ fault: 'cannot_carry', permanent: true, code: '552' }),
  refused({ fault: 'cannot_carry', permanent: true, code: 'unsupported' }),
  refused({ fault: 'provider', quota: true, code: '452' }),
  refused({ fault: 'provider', code: 'drill' }),
];

async function begin(provider: { id: string; name: string }) {
  const { id } = await makeMessage({ providers: [provider.name] });
  const [message] = await claimMessages(workerId, [id]);
  const attempt = { id: newId(), providerId: provider.id, provider: provider.name, candidates: [] };
  const { claimNo } = message!;
  await beginAttempt({ ...attempt, messageId: id, workerId, claimNo, sizeBytes: 0, longestMs: 60_000 });
  return { message: message!, attemptId: attempt.id };
}

async function plant(provider: { id: string; name: string }, outcome: StoredOutcome): Promise<void> {
  const { message, attemptId } = await begin(provider);
  await settle({
    ...rest(message, provider.id),
    attempts: [{ id: attemptId, durationMs: 40, outcomes: [outcome], costMicros: 0 }],
  });
}

function rest(
  { id, claimNo, channel, companyId, type, category, recipients }: ClaimedMessage,
  providerId: string,
) {
  const state = {
    status: 'retrying' as const,
    reason: 'all_failed' as const,
    retryMs: 3_600_000,
    retryCount: 1,
  };
  return {
    messageId: id,
    workerId,
    claimNo,
    channel,
    companyId,
    type,
    category,
    recipients,
    providerId,
    events: [],
    ...state,
  };
}

/** What every place says of it that names a success or a failure. */
async function readAll({ id }: { id: string }) {
  const { attempts, faulty, successRate, averageMs } = (
    await getMetrics(testContext, MetricsQuery.parse({ interval: 'hour', provider: id }))
  ).totals;
  const statistics = await getProviderStatistics(testContext, { id });
  const { providers, attention, ...home } = await getStatistics(testContext);
  const standing = providers.find((provider) => provider.id === id)!;
  const listed = (await listWithRoom(testContext)).data.find((provider) => provider.id === id)!;
  return {
    metrics: { attempts, faulty, successRate, averageMs },
    statistics,
    home: { all: home.attempts, own: standing.attempts, health: standing.health, attention },
    list: listed.health,
    command: describeListed(listed),
  };
}

it('what was only put off is neither a success nor a failure, wherever it is told', async () => {
  const provider = await makeProvider();
  await plant(provider, { address, outcome: 'accepted' });
  await plant(provider, refused({ fault: 'recipient', permanent: true, code: '550' }));
  for (const outcome of PUT_OFF) await plant(provider, outcome);
  const withdrawn = await begin(provider);
  await withdrawAttempt({ id: withdrawn.attemptId, workerId, message: withdrawn.message });

  const told = await readAll(provider);
  const figures = { attempts: 2, faulty: 0, averageMs: 40 };
  const healthy = { state: 'healthy', successRate: 1, consecutiveFailures: 0, breaker: 'closed' };
  expect(told).toMatchObject({
    metrics: { ...figures, successRate: 1 },
    statistics: { sent: 1, failed: 1, successRate: 1, consecutiveFailures: 0, averageMs: 40 },
    home: { all: figures, own: figures, health: healthy, attention: [{ type: 'no_worker' }] },
    list: healthy,
  });
  expect(told.command).toContain('healthy (100 %)');

  await rebuildRollUps(testContext);
  expect((await readAll(provider)).metrics).toEqual(told.metrics);
});

it('while a fault of its own counts in all of them alike', async () => {
  const provider = await makeProvider();
  await plant(provider, { address, outcome: 'accepted' });
  await plant(provider, refused({ fault: 'provider', code: '421' }));
  const told = await readAll(provider);
  const half = { successRate: 0.5, consecutiveFailures: 1 };
  expect(told).toMatchObject({
    metrics: { attempts: 2, faulty: 1, successRate: 0.5 },
    statistics: { sent: 1, failed: 1, ...half },
    home: { own: { attempts: 2, faulty: 1 }, health: half },
    list: half,
  });
  expect(told.command).toContain('(50 %)');
});
