import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Command } from 'commander';
import { parseInput } from '@/lib/http/parse-input';
import { addSuppression } from '@/lib/suppressions/add';
import { csvOfSuppressions } from '@/lib/suppressions/export';
import { importSuppressions } from '@/lib/suppressions/import';
import { removeSuppression, undoSuppressions } from '@/lib/suppressions/lift';
import { listSuppressions } from '@/lib/suppressions/list';
import {
  SuppressionFilter,
  SuppressionInput,
  SuppressionSelection,
  type SuppressionView,
  UndoInput,
} from '@/lib/suppressions/schema';
import { callersPath } from './files';
import { run } from './run';

type Options = { json?: boolean } & Record<string, string | undefined>;

export function suppressionCommand(): Command {
  const suppression = new Command('suppression').description('addresses that are not sent to any more');
  withFilters(suppression.command('list').description('the newest, or those that match'))
    .option('--limit <number>', 'how many at most, up to 100')
    .action(async ({ json, ...fields }: Options) => {
      const filter = parseInput(SuppressionFilter, fields);
      await run(
        { json: !!json },
        (ctx) => listSuppressions(ctx, filter),
        ({ data }) => data.map(line).join('\n'),
      );
    });
  suppression
    .command('add')
    .description('send nothing more to an address')
    .argument('<address>')
    .option('--reason <text>', 'why, for those who look at it later')
    .option('--category <category>', 'only messages of it: transactional or marketing (default: all)')
    .option('--company <company>', 'name, key or id (default: for all)')
    .action(async (address: string, { json, ...fields }: Options) => {
      const input = parseInput(SuppressionInput, { ...fields, address });
      await run({ json: !!json }, (ctx) => addSuppression(ctx, input), line);
    });
  suppression
    .command('remove')
    .description('send to an address again')
    .argument('<address>')
    .option('--company <company>', 'name, key or id')
    .action(async (address: string, { json, company }: Options) => {
      await run(
        { json: !!json },
        (ctx) => removeSuppression(ctx, { address, company }),
        () => `${address} is sent to again.`,
      );
    });
  suppression
    .command('import')
    .description('add the addresses of a CSV file; exits with 1 where a row is wrong')
    .argument('<file>')
    .option('--company <company>', 'name, key or id (default: for all)')
    .action(async (file: string, { json, company }: Options) => {
      const { wrong } = await run(
        { json: !!json },
        (ctx) => importSuppressions(ctx, createReadStream(callersPath(file), 'utf8'), { company }),
        ({ added, errors, wrong: count }) =>
          [
            ...errors.map((error) => `line ${error.line}: ${error.code}: ${error.text}`),
            `${added} added, ${count} wrong.`,
          ].join('\n'),
      );
      if (wrong > 0) process.exitCode = 1;
    });
  withFilters(suppression.command('export').description('write them as a CSV file'))
    .argument('<file>')
    .action(async (file: string, { json, ...fields }: Options) => {
      const selection = parseInput(SuppressionSelection, fields);
      await run(
        { json: !!json },
        (ctx) => pipeline(csvOfSuppressions(ctx, selection), createWriteStream(callersPath(file))),
        () => `Written to ${file}.`,
      );
    });
  withFilters(
    suppression.command('undo').description('send again to all that were stopped for a cause, within a time'),
    false,
  )
    .option('--dry-run', 'only count')
    .action(async ({ json, dryRun, ...fields }: Options) => {
      const input = parseInput(UndoInput, { ...fields, dryRun: !!dryRun });
      await run(
        { json: !!json },
        (ctx) => undoSuppressions(ctx, input),
        ({ matched, lifted }) => (dryRun ? `${matched} would be undone.` : `${lifted} undone.`),
      );
    });
  return suppression;
}

function withFilters(command: Command, words = true): Command {
  if (words) command.option('--q <text>', 'a part of the address');
  return command
    .option('--cause <cause>', 'hard_bounce, soft_bounces, complaint, unsubscribe or manual')
    .option('--provider <provider>', 'name or id')
    .option('--company <company>', 'name, key or id')
    .option('--since <time>', 'such as 2026-11-27T00:00:00Z')
    .option('--until <time>', 'only what came before then');
}

function line({ address, cause, category, lastAt, until, reason, company }: SuppressionView): string {
  return [address, cause, category ?? 'all', lastAt, until && `until ${until}`, company, reason]
    .filter(Boolean)
    .join('  ');
}
