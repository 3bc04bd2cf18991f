import { Command } from 'commander';
import { createCompany } from '@/lib/companies/create';
import { deleteCompany } from '@/lib/companies/delete';
import { listCompanies } from '@/lib/companies/list';
import { CompanyInput, type CompanyView } from '@/lib/companies/schema';
import { parseInput } from '@/lib/http/parse-input';
import { run } from './run';

type Options = { json?: boolean };
type Added = Options &
  Record<'key' | 'country' | 'timeZone' | 'currency' | 'language', string | undefined> & {
    from?: string;
  };

export function companyCommand(): Command {
  const company = new Command('company').description('companies, each with providers and tokens of its own');
  company
    .command('add')
    .description('add a company and print its key')
    .argument('<name>')
    .option('--key <key>', 'what programs call it (default: made of the name)')
    .option('--country <code>', 'ISO 3166-1, such as PY')
    .option('--time-zone <zone>', 'such as America/Asuncion')
    .option('--currency <code>', 'such as PYG')
    .option('--language <code>', 'en or es')
    .option('--from <address>', 'sender of messages that name none')
    .action(async (name: string, { json, from, ...fields }: Added) => {
      const input = parseInput(CompanyInput, { ...fields, name, fromEmail: from });
      await run(
        { json },
        (ctx) => createCompany(ctx, input),
        ({ key }) => key,
      );
    });
  company
    .command('list')
    .description('list the companies')
    .action(async (options: Options) => {
      await run(options, listCompanies, ({ data }) => data.map(line).join('\n'));
    });
  company
    .command('remove')
    .description('remove a company that nothing belongs to any more')
    .argument('<company>', 'name, key or id')
    .action((id: string, options: Options) =>
      run(
        options,
        (ctx) => deleteCompany(ctx, { id }),
        () => `${id} was removed.`,
      ),
    );
  return company;
}

function line({ key, name, country }: CompanyView): string {
  return [key, name, country].filter(Boolean).join('  ');
}
