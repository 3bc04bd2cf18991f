import { Argument, Command } from 'commander';
import { installExample } from '@/lib/examples/install';
import { EXAMPLE_KEYS, type ExampleKey } from '@/lib/examples/keys';
import type { ExampleInstalled } from '@/lib/examples/schema';
import { run } from './run';

type Options = { json?: boolean; company?: string };

export function exampleCommand(): Command {
  const example = new Command('example').description('what a business of one kind needs to begin');
  example
    .command('install')
    .description('its types, kinds of subjects, rules and templates; what is there already stays as it is')
    .addArgument(new Argument('<set>', 'which one').choices(EXAMPLE_KEYS))
    .option('--company <company>', 'name, key or id')
    .action(async (set: ExampleKey, { json, company }: Options) => {
      await run({ json: !!json }, (ctx) => installExample(ctx, { set, company: company ?? null }), tell);
    });
  return example;
}

function tell({ set, added, known }: ExampleInstalled): string {
  if (added.length === 0) return `All of ${set} is there already.`;
  return [
    ...added.map((name) => `added  ${name}`),
    ...known.map((name) => `known  ${name}`),
    'Now let your program tell of its subjects, or import them: ./relevo subject import KIND FILE',
  ].join('\n');
}
