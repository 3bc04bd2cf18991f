import type { CronItem } from 'graphile-worker';
import type { TaskName } from '@/lib/queue/tasks';

/** Everything that runs by the clock (UTC), in one place. */
export const SCHEDULE: (CronItem & { task: TaskName })[] = [
  { task: 'reconcile', match: '* * * * *' },
  { task: 'roll-up', match: '* * * * *' },
  { task: 'watch', match: '* * * * *' },
  { task: 'health-checks', match: '* * * * *' },
  { task: 'heal-weights', match: '* * * * *' },
  { task: 'read-inbound', match: '* * * * *' },
  { task: 'read-mailboxes', match: '* * * * *' },
  { task: 'check-domains', match: '* * * * *' },
  { task: 'check-domain-health', match: '*/5 * * * *' },
  { task: 'name-sources', match: '*/5 * * * *' },
  { task: 'ask-providers', match: '* * * * *' },
  { task: 'advance-notifications', match: '* * * * *' },
  { task: 'take-prices', match: '*/15 * * * *' },
  { task: 'run-campaigns', match: '* * * * *' },
  { task: 'read-subject-sources', match: '* * * * *' },
  { task: 'run-rules', match: '* * * * *' },
  { task: 'keep-tokens', match: '* * * * *' },
  { task: 'keep-warm-ups', match: '* * * * *' },
  { task: 'keep-lists', match: '* * * * *' },
  { task: 'keep-whatsapp-templates', match: '* * * * *' },
  { task: 'keep-keys', match: '*/5 * * * *' },
  { task: 'send-reports', match: '* * * * *' },
  { task: 'ensure-partitions', match: '10 1 * * *' },
  { task: 'clean-up', match: '0 2 * * *' },
  // After what is old was deleted.
  { task: 'back-up', match: '30 3 * * *' },
  { task: 'verify-backup', match: '30 4 * * 0' },
];
