import { Command } from 'commander';
import type { QueueTestView } from '@/lib/checks/schema';
import { testQueue } from '@/lib/checks/test-queue';
import { describeTest } from './describe-test';
import { run } from './run';

export function queueCommand(): Command {
  const queue = new Command('queue').description('what waits, and whether it is picked up');
  queue
    .command('test')
    .description(
      'send a message through the queue into a sandbox: stored, picked up, kept, each with its time; exits with 1 when it does not work',
    )
    .action(async (options: { json?: boolean }) => {
      const found = await run(options, (ctx) => testQueue(ctx), describeTest);
      if (!found.ok) process.exitCode = 1;
    });
  return queue;
}

/** A line among those of `provider test --all`; one that was not run is not a failure. */
export function describeQueueTest({ ok, cause, summary }: QueueTestView): string {
  return [ok ? '✓' : cause === 'no_sandbox' ? '–' : '✗', 'queue', summary].join('\t');
}
