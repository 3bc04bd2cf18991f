import { Command } from 'commander';
import { listAudit } from '@/lib/audit/list';
import { AuditFilter } from '@/lib/audit/schema';
import { verifyAudit } from '@/lib/audit/verify';
import { parseInput } from '@/lib/http/parse-input';
import { run } from './run';

type Options = { json?: boolean };

export function auditCommand(): Command {
  const audit = new Command('audit').description('who changed what');
  audit
    .command('list')
    .description('list the last changes, newest first')
    .option('--actor <name>', 'by this person or token')
    .option('--action <action>', 'such as provider.update, or provider for all of them')
    .option('--limit <count>', 'so many', '25')
    .action(async ({ json, ...filter }: Options & Record<string, string>) => {
      const wanted = parseInput(AuditFilter, filter);
      await run(
        { json },
        (ctx) => listAudit(ctx, wanted),
        ({ data }) =>
          data
            .map(({ at, actor, action, subject }) => [at, actor.name, action, subject.name ?? ''].join('  '))
            .join('\n'),
      );
    });
  audit
    .command('verify')
    .description('check that no row was changed or taken out; exits with 1 and names the first that was')
    .action(async (options: Options) => {
      const { broken } = await run(options, verifyAudit, ({ forgotten, checked, head, broken }) =>
        broken
          ? `Row ${broken.number} of ${broken.at} (${broken.id}) ${broken.why === 'changed' ? 'was changed' : 'comes after one that is missing'}; ${checked} before it hold.`
          : `${checked} rows hold.${head ? ` The last is ${head.number}, ${head.hash}.` : ''}${forgotten ? ` Those up to ${forgotten} were forgotten, as the settings say.` : ''}`,
      );
      if (broken) process.exitCode = 1;
    });
  return audit;
}
