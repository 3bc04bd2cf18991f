import type { Command } from 'commander';
import { toYaml } from '@/lib/configuration/export';
import { getVersion, getVersionDocument } from '@/lib/configuration/versions/get';
import { listVersions } from '@/lib/configuration/versions/list';
import { restoreVersion } from '@/lib/configuration/versions/restore';
import { numberOf, VersionFilter } from '@/lib/configuration/versions/schema';
import { tellLine, tellPlan, tellStep } from '@/lib/configuration/words';
import { parseInput } from '@/lib/http/parse-input';
import { misuse } from './misuse';
import { run } from './run';

type Json = { json?: boolean };
type RestoreOptions = Json & { only?: string; dryRun?: boolean };

/** Each change of what is configured makes a version, which can be looked at, compared and gone back to. */
export function addVersions(config: Command): void {
  config
    .command('history')
    .description('list the versions, the newest first: who, when, what')
    .option('--limit <number>', 'so many', '25')
    .action(async (options: Json & { limit: string }) => {
      await run(
        options,
        (ctx) => listVersions(ctx, parseInput(VersionFilter, { limit: options.limit })),
        ({ data }) => data.map((line) => tellLine(line, 'en')).join('\n'),
      );
    });
  config
    .command('show')
    .description('say what a version changed, or all that was configured then')
    .argument('<number>')
    .option('--document', 'all of it, as a document')
    .option('--against <number>', 'compare with this version instead of the one before')
    .action(async (number: string, options: Json & { document?: boolean; against?: string }) => {
      await (options.document ? showDocument(number, options) : show(number, options));
    });
  config
    .command('restore')
    .description('make everything as a version had it, or one thing alone')
    .argument('<number>')
    .option(
      '--only <section/name>',
      'one thing, such as providers/Office; of a company: providers/clinic/Office',
    )
    .option('--dry-run', 'say what would be done, and keep nothing of it')
    .action(async (number: string, options: RestoreOptions) => {
      await restore(number, options);
    });
}

function show(number: string, { against, ...options }: Json & { against?: string }) {
  const other = against === undefined ? {} : { against: numberOf(against) };
  return run(
    options,
    (ctx) => getVersion(ctx, { number: numberOf(number), ...other }),
    ({ steps }) => steps.map((step) => tellStep(step, 'en')).join('\n') || 'Nothing differs.',
  );
}

function showDocument(number: string, options: Json) {
  return run(
    options,
    (ctx) => getVersionDocument(ctx, { number: numberOf(number) }),
    (document) => toYaml(document).trimEnd(),
  );
}

function restore(number: string, { only, dryRun, ...options }: RestoreOptions) {
  const place = only === undefined ? {} : { only: placeOf(only) };
  return run(
    options,
    (ctx) => restoreVersion(ctx, { number: numberOf(number), dryRun: dryRun ?? false, ...place }),
    (applied) => tellPlan(applied, 'en').join('\n'),
  );
}

/** `settings`, `providers/Office`, `providers/clinic/Office`. */
function placeOf(text: string) {
  const [section = '', first, ...rest] = text.split('/');
  if (section === 'settings' && first === undefined) return { section, company: null, name: '' };
  if (first === undefined) throw misuse('--only', 'is like providers/Office');
  return rest.length === 0
    ? { section, company: null, name: first }
    : { section, company: first, name: rest.join('/') };
}
