import { Command } from 'commander';
import { type Rebuilt, rebuildRollUps } from '@/lib/metrics/rebuild';
import { run } from './run';

export function metricsCommand(): Command {
  const metrics = new Command('metrics').description('figures of what was sent, hour by hour and day by day');
  metrics
    .command('rebuild')
    .description(
      'compute the figures anew from the messages that are still there; deliveries may go on meanwhile',
    )
    .action(async (options: { json?: boolean }) => {
      await run(options, rebuildRollUps, toText);
    });
  return metrics;
}

function toText({ since, hours, days }: Rebuilt): string {
  return `Rebuilt ${hours} hourly and ${days} daily figures since ${since}; older ones were left as they were.`;
}
