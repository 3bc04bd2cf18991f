import { Command } from 'commander';
import { KeyInput, type KeyView } from '@/lib/providers/keys/key-schema';
import { activateKey, addKey, listKeys, removeKey } from '@/lib/providers/keys/keys';
import { readJson } from './files';
import { run } from './run';

type Json = { json?: boolean };

export function providerKeyCommand(): Command {
  const key = new Command('key').description('the keys of a provider, of which one is used');
  key
    .command('add')
    .description('add a key from a JSON file: { "secrets": { "apiKey": "…" } }')
    .argument('<provider>', 'name or id')
    .requiredOption('--label <label>', 'tells it from the others')
    .requiredOption('--file <file>', 'the file, or - for standard input')
    .option('--scopes <text>', 'a note of what it may do')
    .option('--activate', 'use it from now on')
    .action(add);
  key
    .command('list')
    .description('list the keys of a provider')
    .argument('<provider>', 'name or id')
    .action(async (provider: string, options: Json) => {
      await run(
        options,
        (ctx) => listKeys(ctx, { id: provider }),
        ({ data }) => data.map(toLine).join('\n'),
      );
    });
  key
    .command('activate')
    .description('use this key from now on; sends under way end with the one they began with')
    .argument('<provider>', 'name or id')
    .argument('<key>', 'label or id')
    .action(async (provider: string, keyId: string, options: Json) => {
      await run(
        options,
        (ctx) => activateKey(ctx, { id: provider, keyId }),
        ({ label }) => `${provider} uses the key ${label} now.`,
      );
    });
  key
    .command('remove')
    .description('remove a key that is not used')
    .argument('<provider>', 'name or id')
    .argument('<key>', 'label or id')
    .action(async (provider: string, keyId: string, options: Json) => {
      await run(
        options,
        (ctx) => removeKey(ctx, { id: provider, keyId }),
        () => `Removed the key ${keyId} of ${provider}.`,
      );
    });
  return key;
}

type AddOptions = Json & { label: string; file: string; scopes?: string; activate?: boolean };

async function add(
  provider: string,
  { label, file, scopes, activate, ...options }: AddOptions,
): Promise<void> {
  const content = await readJson('file', file);
  const input = KeyInput.parse({ ...(content as object), label, scopes, activate });
  await run(
    options,
    (ctx) => addKey(ctx, { ...input, id: provider }),
    (added) => `Added the key ${added.label}${added.active ? ', which is used from now on' : ''}.`,
  );
}

function toLine({ label, active, secrets, scopes, createdAt, id }: KeyView): string {
  const shown = Object.entries(secrets).map(([name, { last4 }]) => `${name} ••••${last4}`);
  return [label, active ? 'active' : '-', shown.join(', '), createdAt.slice(0, 10), scopes ?? '', id].join(
    '\t',
  );
}
