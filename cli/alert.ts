import { Command } from 'commander';
import { acknowledgeAlert, listAlerts } from '@/lib/alerts/list';
import {
  createAlertRule,
  deleteAlertRule,
  listAlertRules,
  testAlertRule,
  updateAlertRule,
} from '@/lib/alerts/rules';
import {
  AlertFilter,
  AlertRuleInput,
  AlertRulePatch,
  type AlertRuleView,
  type AlertView,
} from '@/lib/alerts/schema';
import { parseInput } from '@/lib/http/parse-input';
import { run } from './run';

type Options = { json?: boolean } & Record<string, string | undefined>;

export function alertCommand(): Command {
  const alert = new Command('alert').description('what is watched, and what was found');
  alert
    .command('list')
    .description('the newest; exits with 1 where one is open')
    .option('--state <state>', 'open or resolved')
    .option('--limit <number>', 'how many at most, up to 100')
    .action(async ({ json, ...fields }: Options) => {
      const filter = parseInput(AlertFilter, fields);
      const { data } = await run(
        { json: !!json },
        (ctx) => listAlerts(ctx, filter),
        (page) => page.data.map(line).join('\n'),
      );
      if (data.some(({ state }) => state === 'open')) process.exitCode = 1;
    });
  alert
    .command('acknowledge')
    .description('say that you look after it: nobody is reminded any more')
    .argument('<id>')
    .action(async (id: string, { json }: Options) => {
      await run({ json: !!json }, (ctx) => acknowledgeAlert(ctx, { id }), line);
    });
  alert
    .command('rules')
    .description('what is watched')
    .action(async ({ json }: Options) => {
      await run({ json: !!json }, listAlertRules, ({ data }) => data.map(ruleLine).join('\n'));
    });
  withFields(alert.command('add').description('watch something more').argument('<kind>'))
    .option('--company <company>', 'only what is of it')
    .action(async (kind: string, options: Options) => {
      const input = parseInput(AlertRuleInput, { ...fieldsOf(options), kind, company: options.company });
      await run({ json: !!options.json }, (ctx) => createAlertRule(ctx, input), ruleLine);
    });
  withFields(alert.command('change').description('change a rule').argument('<rule>', 'its id')).action(
    async (id: string, options: Options) => {
      const patch = parseInput(AlertRulePatch, fieldsOf(options));
      await run({ json: !!options.json }, (ctx) => updateAlertRule(ctx, { ...patch, id }), ruleLine);
    },
  );
  alert
    .command('test')
    .description('send a test of a rule; exits with 1 where nobody could be written to')
    .argument('<rule>', 'its id')
    .action(async (id: string, { json }: Options) => {
      const { problem } = await run(
        { json: !!json },
        (ctx) => testAlertRule(ctx, { id }),
        ({ sent, problem: why }) => (why ? `nobody was written to: ${why}` : `${sent} written to`),
      );
      if (problem) process.exitCode = 1;
    });
  alert
    .command('remove')
    .description('watch it no more')
    .argument('<rule>', 'its id')
    .action(async (id: string, { json }: Options) => {
      await run(
        { json: !!json },
        (ctx) => deleteAlertRule(ctx, { id }),
        () => 'It is watched no more.',
      );
    });
  return alert;
}

function withFields(command: Command): Command {
  return command
    .option('--threshold <number>', 'from when on, in the unit of its kind')
    .option('--window <minutes>', 'what is looked at')
    .option('--sample <number>', 'of fewer messages nothing is said')
    .option('--severity <severity>', 'warning or critical')
    .option('--active <yes|no>', 'whether it is looked for')
    .option('--recipients <list>', 'addresses, comma-separated; administrators: all of them')
    .option('--remind <hours>', 'said again so often while it lasts')
    .option('--quiet <from-to>', 'no mail then, such as 22:00-07:00; none: at any hour')
    .option('--mute-until <time>', 'no mail until then');
}

/** What is no number or no time is refused by the schema, in its words. */
function fieldsOf({
  threshold,
  window,
  sample,
  severity,
  active,
  recipients,
  remind,
  quiet,
  muteUntil,
}: Options) {
  const number = (value: string | undefined) => (value === undefined ? undefined : Number(value));
  const [quietFrom, quietTo] = quiet === 'none' ? [null, null] : (quiet?.split('-') ?? []);
  return {
    threshold: number(threshold),
    windowMinutes: number(window),
    minSample: number(sample),
    severity,
    active: active === 'yes' ? true : active === 'no' ? false : active,
    recipients: recipients === 'administrators' ? null : recipients?.split(','),
    remindHours: number(remind),
    ...(quiet !== undefined && { quietFrom, quietTo }),
    mutedUntil: muteUntil,
  };
}

function line({ id, state, severity, firedAt, resolvedAt, title }: AlertView): string {
  return [id, state, severity, firedAt, resolvedAt && `over ${resolvedAt}`, title].filter(Boolean).join('  ');
}

function ruleLine(rule: AlertRuleView): string {
  const { id, kind, active, severity, threshold, windowMinutes, minSample, company } = rule;
  return [
    id,
    kind,
    active ? 'on' : 'off',
    severity,
    threshold !== null && `from ${threshold}`,
    windowMinutes !== null && `in ${windowMinutes} min`,
    minSample !== null && `of ${minSample} or more`,
    company,
  ]
    .filter(Boolean)
    .join('  ');
}
