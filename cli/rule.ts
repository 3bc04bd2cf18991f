import { Command } from 'commander';
import { listRules } from '@/lib/rules/change';
import { runRule } from '@/lib/rules/run';
import type { RuleView, RunResult } from '@/lib/rules/schema';
import { run } from './run';

type Options = { json?: boolean; company?: string; dryRun?: boolean };

export function ruleCommand(): Command {
  const rule = new Command('rule').description('who is told of which subjects, by the clock');
  rule
    .command('list')
    .description('all of them, with their next run')
    .option('--company <company>', 'name, key or id')
    .action(async ({ json, company }: Options) => {
      await run(
        { json: !!json },
        (ctx) => listRules(ctx, { company }),
        ({ data }) => data.map(line).join('\n'),
      );
    });
  rule
    .command('run')
    .description('run one now, whatever its clock says')
    .argument('<rule>', 'its id')
    .option('--dry-run', 'only see who would be told')
    .action(async (id: string, { json, dryRun }: Options) => {
      await run({ json: !!json }, (ctx) => runRule(ctx, { id, dryRun: !!dryRun }), tell);
    });
  return rule;
}

function line({ id, title, kind, type, cron, timeZone, active, nextRuns }: RuleView): string {
  return [
    id,
    title,
    `${kind} → ${type}`,
    `${cron} ${timeZone}`,
    active ? (nextRuns[0] ?? 'never') : 'off',
  ].join('  ');
}

function tell({ dryRun, matched, fired, sample }: RunResult): string {
  return [
    ...sample.map(({ key, data }) => `${key}  ${JSON.stringify(data)}`),
    `${matched} match; ${fired} ${dryRun ? 'would be' : 'were'} told of.`,
  ].join('\n');
}
