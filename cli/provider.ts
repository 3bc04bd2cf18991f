import { Command } from 'commander';
import { createProvider } from '@/lib/providers/create';
import { deleteProvider } from '@/lib/providers/delete';
import { getProvider } from '@/lib/providers/get';
import { listProviders } from '@/lib/providers/list';
import { ProviderInput, ProviderTestInput, type ProviderView, type TestView } from '@/lib/providers/schema';
import { testProvider } from '@/lib/providers/test';
import { readJson } from './files';
import { run } from './run';

type Json = { json?: boolean };

export function providerCommand(): Command {
  const provider = new Command('provider').description('the services and servers that send messages');
  provider
    .command('add')
    .description('add a provider from a JSON file (the body of POST /api/v1/providers)')
    .requiredOption('--file <file>', 'the file, or - for standard input')
    .action(async (options: Json & { file: string }) => {
      const input = ProviderInput.parse(await readJson('file', options.file));
      await run(
        options,
        (ctx) => createProvider(ctx, input),
        (added) => `Added ${added.name} (${added.kind}).`,
      );
    });
  provider
    .command('list')
    .description('list all providers')
    .action(async (options: Json) => {
      await run(options, listProviders, ({ data }) => data.map(describe).join('\n'));
    });
  provider
    .command('test')
    .description('connect for real and say what happened; exits with 1 when it does not work')
    .argument('<name>', 'name or id')
    .option('--to <email>', 'also send a real message there')
    .action(async (name: string, options: Json & { to?: string }) => {
      const { to } = ProviderTestInput.parse({ to: options.to });
      const result = await run(
        options,
        async (ctx) => testProvider(ctx, { id: (await getProvider(ctx, name)).id, to }),
        describeTest,
      );
      if (!result.ok) process.exitCode = 1;
    });
  provider
    .command('remove')
    .description('remove a provider')
    .argument('<name>', 'name or id')
    .action(async (name: string, options: Json) => {
      await run(
        options,
        async (ctx) => deleteProvider(ctx, { id: (await getProvider(ctx, name)).id }),
        () => `Removed ${name}.`,
      );
    });
  return provider;
}

function describe({ name, kind, active, priority, id }: ProviderView): string {
  return [name, kind, active ? 'active' : 'paused', `priority ${priority}`, id].join('\t');
}

function describeTest({ steps, summary }: TestView): string {
  const lines = steps.map((step) => `${step.ok ? '✓' : '✗'} ${step.name} (${step.ms} ms) ${step.detail}`);
  return [...lines, summary].join('\n');
}
