import { Command } from 'commander';
import { MAX_FILE_BYTES } from '@/lib/contacts/schema';
import { parseInput } from '@/lib/http/parse-input';
import { importSubjects } from '@/lib/subjects/import';
import { SubjectImport } from '@/lib/subjects/import-schema';
import { listSubjects } from '@/lib/subjects/list';
import { SubjectFilter, type SubjectView } from '@/lib/subjects/schema';
import { decodeText } from '@/lib/text/decode-text';
import { readBytes } from './files';
import { run } from './run';
import { tellImport } from './tell-import';

type Options = { json?: boolean; dryRun?: boolean } & Record<string, string | undefined | boolean>;

export function subjectCommand(): Command {
  const subject = new Command('subject').description('what rules are about: cards, debts, vehicles');
  subject
    .command('list')
    .description('the newest, or those that match')
    .option('--kind <kind>', 'id or key of a kind')
    .option('--q <text>', 'a part of the key')
    .option('--company <company>', 'name, key or id')
    .option('--limit <number>', 'how many at most, up to 100')
    .action(async ({ json, ...fields }: Options) => {
      const filter = parseInput(SubjectFilter, fields);
      await run(
        { json: !!json },
        (ctx) => listSubjects(ctx, filter),
        ({ data }) => data.map(line).join('\n'),
      );
    });
  subject
    .command('import')
    .description('add or change the subjects of a CSV file; exits with 1 where a row is wrong')
    .argument('<kind>', 'id or key of a kind, such as card')
    .argument('<file>')
    .option('--columns <names>', 'what each column is: key,contact,balance,-')
    .option('--decimal <sign>', 'point or comma, before the decimals')
    .option('--dates <order>', 'ymd, dmy or mdy (default: ymd)')
    .option('--company <company>', 'name, key or id (default: for all)')
    .option('--dry-run', 'only look what it would come to')
    .action(async (kind: string, file: string, { json, dryRun, ...fields }: Options) => {
      const options = parseInput(SubjectImport, { ...fields, kind, dryRun: dryRun ? 'true' : 'false' });
      const { wrong } = await run(
        { json: !!json },
        async (ctx) => importSubjects(ctx, decodeText([await readBytes(file, MAX_FILE_BYTES)]), options),
        (result) => tellImport(result, !!dryRun),
      );
      if (wrong > 0) process.exitCode = 1;
    });
  return subject;
}

function line({ id, kind, key, data, company }: SubjectView): string {
  return [id, kind, key, JSON.stringify(data), company].filter(Boolean).join('  ');
}
