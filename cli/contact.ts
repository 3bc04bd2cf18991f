import { Command } from 'commander';
import { importContacts } from '@/lib/contacts/import';
import { ContactImport } from '@/lib/contacts/import-schema';
import { listContacts } from '@/lib/contacts/list';
import { ContactFilter, type ContactView, MAX_FILE_BYTES } from '@/lib/contacts/schema';
import { parseInput } from '@/lib/http/parse-input';
import { decodeText } from '@/lib/text/decode-text';
import { readBytes } from './files';
import { run } from './run';
import { tellImport } from './tell-import';

type Options = { json?: boolean } & Record<string, string | undefined>;

export function contactCommand(): Command {
  const contact = new Command('contact').description('people who are written to');
  contact
    .command('list')
    .description('the newest, or those that match')
    .option('--q <text>', 'a part of the name, the key or an address')
    .option('--company <company>', 'name, key or id')
    .option('--limit <number>', 'how many at most, up to 100')
    .action(async ({ json, ...fields }: Options) => {
      const filter = parseInput(ContactFilter, fields);
      await run(
        { json: !!json },
        (ctx) => listContacts(ctx, filter),
        ({ data }) => data.map(line).join('\n'),
      );
    });
  contact
    .command('import')
    .description('add or change the people of a CSV file; exits with 1 where a row is wrong')
    .argument('<file>')
    .option('--columns <names>', 'what each column is: key,name,email,fields.grade,-')
    .option('--company <company>', 'name, key or id (default: for all)')
    .option('--dry-run', 'only look what it would come to')
    .action(async (file: string, { json, dryRun, ...fields }: Options) => {
      const options = parseInput(ContactImport, { ...fields, dryRun: dryRun ? 'true' : 'false' });
      const { wrong } = await run(
        { json: !!json },
        async (ctx) => importContacts(ctx, decodeText([await readBytes(file, MAX_FILE_BYTES)]), options),
        (result) => tellImport(result, !!dryRun),
      );
      if (wrong > 0) process.exitCode = 1;
    });
  return contact;
}

function line({ id, key, name, email, phone, company }: ContactView): string {
  return [id, key, name, email, phone, company].filter(Boolean).join('  ');
}
