import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { type Applied, type ApplyOptions, applyConfiguration } from '@/lib/configuration/apply';
import { readComments } from '@/lib/configuration/comments/keep';
import type { Comment } from '@/lib/configuration/comments/yaml-comments';
import { exportConfiguration, toJson, toYaml } from '@/lib/configuration/export';
import { configurationSchema } from '@/lib/configuration/json-schema';
import { NOUNS } from '@/lib/configuration/nouns';
import { MAX_BYTES, readText } from '@/lib/configuration/read-text';
import { numberOf } from '@/lib/configuration/versions/schema';
import { tellPlan } from '@/lib/configuration/words';
import type { Context } from '@/lib/context';
import { addVersions } from './config-versions';
import { callersPath, readBytes } from './files';
import { misuse } from './misuse';
import { run } from './run';

type Json = { json?: boolean };
type ExportOptions = Json & { format: string; sealed?: boolean; section?: string[]; out?: string };
type Options = Json & {
  dryRun?: boolean;
  prune?: boolean;
  yesDelete?: string;
  expectVersion?: string;
  base?: string;
};

const DIFFERENT = 2;

/** A document is YAML or JSON; `-` is standard input. */
export function configCommand(): Command {
  const config = new Command('config').description('all that is configured, as one document');
  config
    .command('export')
    .description('print it; secrets are named and never told')
    .option('--format <format>', 'yaml or json', 'yaml')
    .option(
      '--sealed',
      'with its secrets, sealed so that only an installation with the same master key opens them',
    )
    .option('--section <name...>', `only these: settings, ${NOUNS.map(({ section }) => section).join(', ')}`)
    .option('--out <file>', 'write it there, readable for you alone')
    .action(print);
  config
    .command('schema')
    .description('print its JSON Schema, for editors')
    .action(() => console.log(JSON.stringify(configurationSchema(), null, 2)));
  config
    .command('validate')
    .description('say all that is wrong with it, and change nothing')
    .argument('<file>')
    .option('--offline', 'only by itself: without the database, variables and files')
    .action(validate);
  planOptions(
    config.command('diff').description('say what applying it would do: exit code 0 nothing, 2 something'),
  ).action(async (file: string, options: Options) => {
    const { steps } = await apply(file, { ...options, dryRun: true });
    if (steps.length > 0) process.exitCode = DIFFERENT;
  });
  for (const name of ['apply', 'import'])
    planOptions(
      config
        .command(name)
        .description(name === 'apply' ? 'make everything so, or nothing' : 'the same as apply'),
    )
      .option('--dry-run', 'do it all and keep nothing')
      .action(async (file: string, options: Options) => {
        await apply(file, options);
      });
  addVersions(config);
  return config;
}

function planOptions(command: Command): Command {
  return command
    .argument('<file>')
    .option('--prune', 'also delete what is not in the sections that it has')
    .option('--yes-delete <number>', 'where most of a kind would go: that so many things are meant to')
    .option('--expect-version <number>', 'only as long as everything is as this version has it')
    .option(
      '--base <number>',
      'the version that it was written over: what others changed since stays, or is told',
    );
}

async function print({ format, sealed, section, out, ...options }: ExportOptions): Promise<void> {
  if (format !== 'yaml' && format !== 'json') throw misuse('--format', 'must be yaml or json');
  const known = ['settings', ...NOUNS.map((noun) => noun.section)];
  const strange = section?.find((name) => !known.includes(name));
  if (strange !== undefined)
    throw misuse('--section', `there is no ${strange}; there are ${known.join(', ')}`);
  let comments: Comment[] = [];
  const write = (document: object) => {
    const text = format === 'json' ? toJson(document) : toYaml(document, comments);
    if (out === undefined) return text.trimEnd();
    writeFileSync(callersPath(out), text, { mode: 0o600 });
    return '';
  };
  const wanted = {
    secrets: sealed ? ('sealed' as const) : ('named' as const),
    ...(section && { sections: section }),
  };
  const read = async (ctx: Context) => {
    comments = await readComments();
    return exportConfiguration(ctx, wanted);
  };
  await run(options, read, write);
}

async function validate(file: string, { offline, ...options }: Json & { offline?: boolean }): Promise<void> {
  const text = await read(file);
  await readText(text);
  if (offline) console.log(options.json ? '{}' : 'It is right by itself.');
  else
    await run(
      options,
      (ctx) => applyConfiguration(ctx, text, { dryRun: true }),
      () => 'It can be applied.',
    );
}

async function apply(
  file: string,
  { dryRun, prune, yesDelete, expectVersion, base, ...options }: Options,
): Promise<Applied> {
  const text = await read(file);
  const deletes = yesDelete === undefined ? undefined : Number(yesDelete);
  if (deletes !== undefined && !Number.isInteger(deletes)) throw misuse('--yes-delete', 'must be a number');
  const asked: ApplyOptions = {
    dryRun: dryRun ?? false,
    prune: prune ?? false,
    deletes,
    ...(expectVersion !== undefined && { expectVersion: numberOf(expectVersion) }),
    ...(base !== undefined && { base: numberOf(base) }),
  };
  return run(
    options,
    (ctx) => applyConfiguration(ctx, text, asked),
    (applied) => tellPlan(applied, 'en').join('\n'),
  );
}

async function read(file: string): Promise<string> {
  return (await readBytes(file, MAX_BYTES)).toString();
}
