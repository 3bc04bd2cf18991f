import { Command } from 'commander';
import { startWarmUp, stopWarmUp } from '@/lib/warm-up/change';
import { listWarmUps } from '@/lib/warm-up/find';
import { WarmUpInput, type WarmUpView } from '@/lib/warm-up/schema';
import { run } from './run';

type Json = { json?: boolean };

export function warmUpCommand(): Command {
  const warmUp = new Command('warm-up').description(
    'providers that nobody knows yet: more mail each day, by a plan',
  );
  warmUp
    .command('list')
    .description('all of them, and what today allows')
    .action(async (options: Json) => {
      await run(options, listWarmUps, ({ data }) => data.map(line).join('\n'));
    });
  warmUp
    .command('start')
    .description('send a little by this provider before the others, and more each day')
    .argument('<provider>', 'name or id')
    .option('--domain <domain>', 'of the sender; else of all that the provider sends')
    .option('--plan <plan>', 'slow or usual', 'slow')
    .action(
      async (provider: string, { domain, plan, ...options }: Json & { domain?: string; plan: string }) => {
        const input = WarmUpInput.parse({ provider, domain, plan });
        await run(options, (ctx) => startWarmUp(ctx, input), line);
      },
    );
  warmUp
    .command('stop')
    .description("only the provider's own limits hold from then on")
    .argument('<id>', 'of the warm-up')
    .action(async (id: string, options: Json) => {
      await run(
        options,
        (ctx) => stopWarmUp(ctx, { id }),
        () => 'stopped',
      );
    });
  return warmUp;
}

function line({ provider, domain, plan, state, day, days, used, allowance, id }: WarmUpView): string {
  const today = state === 'finished' ? 'finished' : `day ${day} of ${days}, ${used} of ${allowance} today`;
  return [provider.name, domain ?? 'all domains', plan, today, id].join('  ');
}
