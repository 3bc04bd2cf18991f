import { parseCronItems } from 'graphile-worker';
import { flushAnnouncements } from '@/lib/announcements/announce';
import { onChange } from '@/lib/audit/after-change';
import { returnLeases } from '@/lib/capacity/leases';
import { noteVersion } from '@/lib/configuration/versions/note';
import { closeDb } from '@/lib/database/pools';
import { leaveBehind, renewClaims, untilDelivered } from '@/lib/delivery/claim-and-run';
import { closeLanes } from '@/lib/delivery/pace/lanes';
import { LinePuller } from '@/lib/delivery/pull-lines';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';
import { followLogs } from '@/lib/logs/follow';
import { checkKeyring } from '@/lib/master-keys/canary';
import { warnOfClosed } from '@/lib/master-keys/closed';
import { adviseOnKeys } from '@/lib/master-keys/sealed-stores';
import { followProviders } from '@/lib/providers/follow';
import { closeAdapters } from '@/lib/providers/registry';
import { compileTables } from '@/lib/replies/compile-tables';
import { currentSettings } from '@/lib/settings/current';
import { startBySettings } from '@/lib/settings/system-in-use';
import { WebhookPump } from '@/lib/webhooks/pump';
import { Lifeline } from '@/lib/workers/lifeline';
import { bePresent } from '@/lib/workers/presence';
import { STOP_LIMIT_MS } from '@/lib/workers/stop-limit';
import { tolerateLostConnections } from '@/lib/workers/stray-errors';
import { followSettings } from './follow-settings';
import { QueuePool } from './runner';
import { SCHEDULE } from './schedule';
import { advanceNotificationsTask } from './tasks/advance-notifications';
import { askProvidersTask } from './tasks/ask-providers';
import { backUpTask } from './tasks/back-up';
import { checkDomainHealthTask } from './tasks/check-domain-health';
import { checkDomainsTask } from './tasks/check-domains';
import { cleanUpTask } from './tasks/clean-up';
import { deliverTask } from './tasks/deliver';
import { ensurePartitionsTask } from './tasks/ensure-partitions';
import { forgottenPasswordTask } from './tasks/forgotten-password';
import { healWeightsTask } from './tasks/heal-weights';
import { healthChecks } from './tasks/health-checks';
import { keepKeysTask } from './tasks/keep-keys';
import { keepListsTask } from './tasks/keep-lists';
import { keepTokensTask } from './tasks/keep-tokens';
import { keepWarmUpsTask } from './tasks/keep-warm-ups';
import { keepWhatsAppTemplatesTask } from './tasks/keep-whatsapp-templates';
import { nameSourcesTask } from './tasks/name-sources';
import { playSandboxTask } from './tasks/play-sandbox';
import { probe } from './tasks/probe';
import { readInboundTask } from './tasks/read-inbound';
import { readMailboxesTask } from './tasks/read-mailboxes';
import { readSubjectSourcesTask } from './tasks/read-subject-sources';
import { reconcile } from './tasks/reconcile';
import { release } from './tasks/release';
import { releaseOfCompanyTask } from './tasks/release-of-company';
import { resumeTask } from './tasks/resume';
import { rollUpTask } from './tasks/roll-up';
import { runCampaignTask } from './tasks/run-campaign';
import { runCampaignsTask } from './tasks/run-campaigns';
import { runRulesTask } from './tasks/run-rules';
import { sendReportsTask } from './tasks/send-reports';
import { takePricesTask } from './tasks/take-prices';
import { verifyBackupTask } from './tasks/verify-backup';
import { watchTask } from './tasks/watch';

const UPKEEP_CONCURRENCY = 4;
const CAMPAIGN_CONCURRENCY = 2;
const RENEW_MS = 60_000;

/** The worker process: a heartbeat, a pool for urgent messages, one for all others, one for upkeep. Stops when told or when its parent is gone. */
async function main(): Promise<void> {
  tolerateLostConnections();
  await startBySettings();
  const id = newId();
  const signOff = await bePresent('worker', { id });
  const stopTelling = await followLogs({ id, kind: 'worker' });
  await checkKeyring();
  compileTables();
  for (const note of await adviseOnKeys()) log.info(note);
  await warnOfClosed();
  await followProviders();
  onChange(noteVersion);
  const lifeline = new Lifeline({ id, startedAt: new Date(), poolIds: [] });
  await lifeline.start();
  const onPool = (poolId: string) => {
    lifeline.addPool(poolId).catch((error: unknown) => log.warn('pool not announced', { error }));
  };
  const onPoolEnd = (poolId: string) =>
    lifeline.removePool(poolId).catch((error: unknown) => log.warn('pool not given back yet', { error }));
  const { worker } = (await currentSettings()).delivery;
  const pools = {
    urgent: new QueuePool({
      taskList: { 'deliver-urgent': deliverTask(id) },
      concurrency: worker.urgentConcurrency,
      cron: [],
      onPool,
      onPoolEnd,
    }),
    others: new QueuePool({
      taskList: { deliver: deliverTask(id) },
      concurrency: worker.concurrency,
      cron: [],
      onPool,
      onPoolEnd,
    }),
    // Apart: a mailing to many takes no turn of what somebody waits for.
    campaigns: new QueuePool({
      taskList: { 'run-campaign': runCampaignTask(id) },
      concurrency: CAMPAIGN_CONCURRENCY,
      cron: [],
      onPool,
      onPoolEnd,
    }),
    // Apart, so that a flood of messages holds up neither the probe of a breaker nor the clock.
    upkeep: new QueuePool({
      taskList: {
        reconcile,
        resume: resumeTask,
        'forgotten-password': forgottenPasswordTask,
        release,
        'release-of-company': releaseOfCompanyTask,
        probe,
        'health-checks': healthChecks,
        'heal-weights': healWeightsTask,
        'roll-up': rollUpTask,
        'play-sandbox': playSandboxTask,
        watch: watchTask,
        'read-inbound': readInboundTask,
        'read-mailboxes': readMailboxesTask,
        'read-subject-sources': readSubjectSourcesTask,
        'send-reports': sendReportsTask,
        'check-domains': checkDomainsTask,
        'check-domain-health': checkDomainHealthTask,
        'name-sources': nameSourcesTask,
        'ask-providers': askProvidersTask,
        'take-prices': takePricesTask,
        'keep-lists': keepListsTask,
        'keep-whatsapp-templates': keepWhatsAppTemplatesTask,
        'keep-tokens': keepTokensTask,
        'advance-notifications': advanceNotificationsTask,
        'run-campaigns': runCampaignsTask,
        'run-rules': runRulesTask,
        'keep-warm-ups': keepWarmUpsTask,
        'keep-keys': keepKeysTask,
        'ensure-partitions': ensurePartitionsTask,
        'clean-up': cleanUpTask,
        'back-up': backUpTask,
        'verify-backup': verifyBackupTask,
      },
      concurrency: UPKEEP_CONCURRENCY,
      cron: parseCronItems(SCHEDULE),
      onPool,
      onPoolEnd,
    }),
  };
  const following = followSettings(pools);
  const lines = new LinePuller(id);
  const webhooks = new WebhookPump();
  const renewing = setInterval(() => {
    renewClaims(id).catch((error: unknown) => log.warn('claims not renewed', { error }));
  }, RENEW_MS);
  log.info('worker started', { workerId: id });
  await stopSignal();
  log.info('worker stopping: finishing sends in flight', { workerId: id });
  clearInterval(following);
  closeLanes();
  const limit = AbortSignal.timeout(STOP_LIMIT_MS);
  await Promise.all([lines.stop(), webhooks.stop(), ...Object.values(pools).map((pool) => pool.stop())]);
  await untilDelivered(limit);
  clearInterval(renewing);
  await leaveBehind(id);
  await returnLeases();
  // Before the others take its part of the connections.
  await closeAdapters();
  await lifeline.stop();
  stopTelling();
  await signOff();
  await flushAnnouncements();
  await closeDb();
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => resolve());
    process.on('disconnect', () => resolve());
  });
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    log.error('worker failed', { error });
    process.exit(1);
  },
);
