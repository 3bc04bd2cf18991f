import { Command, Option } from 'commander';
import type { QueueTestView } from '@/lib/checks/schema';
import { testQueue } from '@/lib/checks/test-queue';
import type { Context } from '@/lib/context';
import { createProvider } from '@/lib/providers/create';
import { deleteProvider } from '@/lib/providers/delete';
import { getProvider } from '@/lib/providers/get';
import { testProvider } from '@/lib/providers/health/connection-test';
import type { NamedTestView } from '@/lib/providers/health/report-schema';
import { testAllProviders } from '@/lib/providers/health/test-all';
import { rotateProviderKey } from '@/lib/providers/keys/rotate-key';
import type { KeyRotationView } from '@/lib/providers/keys/rotation-schema';
import { ProviderInput, ProviderTestInput } from '@/lib/providers/schema';
import { updateProvider } from '@/lib/providers/update';
import { describeTest } from './describe-test';
import { readJson } from './files';
import { misuse } from './misuse';
import { providerHookCommand } from './provider-hook';
import { providerKeyCommand } from './provider-key';
import { describeListed, listWithRoom } from './provider-list';
import { providerListsCommand } from './provider-lists';
import { describeQueueTest } from './queue';
import { run } from './run';

type Json = { json?: boolean };

export function providerCommand(): Command {
  const provider = new Command('provider').description('the services and servers that send messages');
  provider
    .command('add')
    .description('add a provider from a JSON file (the body of POST /api/v1/providers)')
    .requiredOption('--file <file>', 'the file, or - for standard input')
    .option('--company <company>', "whose it is, instead of the file's: name, key or id")
    .action(async ({ file, company, ...options }: Json & { file: string; company?: string }) => {
      const given = ProviderInput.parse(await readJson('file', file));
      const input = { ...given, company: company ?? given.company };
      await run(
        options,
        (ctx) => createProvider(ctx, input),
        (added) => `Added ${added.name} (${added.kind}).`,
      );
    });
  provider
    .command('list')
    .description('list all providers: health and breaker, weight, room, id')
    .action(async (options: Json) => {
      await run(options, listWithRoom, ({ data }) => data.map(describeListed).join('\n'));
    });
  for (const [verb, active, done] of SWITCHES)
    provider
      .command(verb)
      .description(
        active ? 'let it take messages again' : 'let it take no messages: those that wait go to others',
      )
      .argument('<name>', 'name or id')
      .action(async (name: string, options: Json) => {
        await run(
          options,
          async (ctx) => updateProvider(ctx, { id: (await getProvider(ctx, name)).id, active }),
          (changed) => `${done} ${changed.name}.`,
        );
      });
  provider
    .command('test')
    .description('connect for real and say what happened; exits with 1 when it does not work')
    .argument('[name]', 'name or id')
    .option('--send-to <email>', 'also send a real message there')
    .addOption(new Option('--to <email>', 'the same').hideHelp())
    .option(
      '--all',
      'all providers and the queue, side by side: a line for each; in 10 s, with messages in 20 s',
    )
    .action(test);
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
  provider
    .command('rotate-key')
    .description(
      'have the service make a new key, test and use it; the one before is ended there after a while',
    )
    .argument('<name>', 'name or id')
    .action(async (name: string, options: Json) => {
      const rotated = await run(
        options,
        (ctx) => rotateProviderKey(ctx, { id: name }),
        (rotation) => describeRotation(name, rotation),
      );
      if (rotated.state === 'failed') process.exitCode = 1;
    });
  return provider
    .addCommand(providerKeyCommand())
    .addCommand(providerHookCommand())
    .addCommand(providerListsCommand());
}

const SWITCHES = [
  ['pause', false, 'Paused'],
  ['resume', true, 'Resumed'],
] as const;

function describeRotation(name: string, { state, step, problem, detail }: KeyRotationView): string {
  const why = problem ? ` (${problem}${detail ? `: ${detail}` : ''})` : '';
  if (state === 'done') return `${name} uses a new key.${why}`;
  if (state === 'waiting') return `Not finished at the step ${step}; it goes on by itself.${why}`;
  return `The key of ${name} was not replaced; the one in use stays.${why}`;
}

type TestFlags = Json & { sendTo?: string; to?: string; all?: boolean };

async function test(name: string | undefined, flags: TestFlags): Promise<void> {
  const { to } = ProviderTestInput.parse({ to: flags.sendTo ?? flags.to });
  if (Boolean(flags.all) === (name !== undefined)) throw misuse('name', 'name one provider, or --all');
  const ok =
    name === undefined
      ? isWell(await run(flags, (ctx) => testAll(ctx, to), describeTests))
      : (await run(flags, (ctx) => testProvider(ctx, { id: name, to }), describeTest)).ok;
  if (!ok) process.exitCode = 1;
}

type Tests = { data: NamedTestView[]; queue: QueueTestView };

async function testAll(ctx: Context, to: string | undefined): Promise<Tests> {
  const [{ data }, queue] = await Promise.all([testAllProviders(ctx, { to }), testQueue(ctx)]);
  return { data, queue };
}

/** Without a sandbox the queue cannot be tested, which is no fault. */
function isWell({ data, queue }: Tests): boolean {
  return data.every(({ ok }) => ok) && (queue.ok || queue.cause === 'no_sandbox');
}

function describeTests({ data, queue }: Tests): string {
  if (data.length === 0) return 'There is no provider yet.';
  const lines = data.map(({ name, ok, summary }) => [ok ? '✓' : '✗', name, summary].join('\t'));
  return [...lines, describeQueueTest(queue)].join('\n');
}
