import { Command } from 'commander';
import { applyProviderLists, getProviderLists, readProviderLists } from '@/lib/suppressions/held/lists';
import type { ProviderListsView } from '@/lib/suppressions/held/schema';
import { run } from './run';

type Json = { json?: boolean };

const VERBS = [
  ['show', 'how the list of the service differs from ours, as it was read last', getProviderLists],
  [
    'read',
    'read the list of the service, page by page in the background; changes nothing',
    readProviderLists,
  ],
  [
    'apply',
    'take the difference over: theirs into our list, and tell them what was lifted here',
    applyProviderLists,
  ],
] as const;

export function providerListsCommand(): Command {
  const lists = new Command('suppressions').description(
    'the list of the service of to whom it sends no more',
  );
  for (const [name, description, verb] of VERBS)
    lists
      .command(name)
      .description(description)
      .argument('<provider>', 'name or id')
      .action(async (provider: string, options: Json) => {
        await run(options, (ctx) => verb(ctx, { id: provider }), tell);
      });
  return lists;
}

function tell({ supported, step, held, difference, problem, detail }: ProviderListsView): string {
  if (!supported) return 'The API of the service documents no such list.';
  const { theirs, lifted } = difference ?? {};
  return [
    {
      rest: `${held} addresses are held there.`,
      read: `It is being read: ${held} so far.`,
      apply: 'It is being taken over.',
    }[step],
    ...(theirs ? [`${theirs.total} are held there and not here.`] : []),
    ...(lifted ? [`${lifted.total} were lifted here and are still held there.`] : []),
    ...(problem ? [`${problem}: ${detail}`] : []),
  ].join('\n');
}
