import { Command } from 'commander';
import { parseInput } from '@/lib/http/parse-input';
import { createToken } from '@/lib/tokens/create';
import { SCOPES, TokenInput } from '@/lib/tokens/schema';
import { misuse } from './misuse';
import { run } from './run';

type Options = { name: string; scopes: string; expires?: string; company?: string; json?: boolean };

export function tokenCommand(): Command {
  const token = new Command('token').description('tokens for the API');
  token
    .command('create')
    .description('create a token and print it, alone; it cannot be shown again')
    .requiredOption('--name <name>', 'the program that will use it')
    .requiredOption('--scopes <list>', `comma-separated: ${SCOPES.join(', ')}`)
    .option('--expires <days>', 'for example 90d (default: never)')
    .option('--company <company>', 'it is for this company alone: name, key or id')
    .action(async (options: Options) => {
      const input = parseInput(TokenInput, {
        name: options.name,
        scopes: options.scopes.split(',').map((scope) => scope.trim()),
        company: options.company,
        expiresInDays: options.expires === undefined ? undefined : parseDays(options.expires),
      });
      await run(
        options,
        (ctx) => createToken(ctx, input),
        ({ token }) => token,
      );
    });
  return token;
}

function parseDays(text: string): number {
  const match = /^(\d{1,4})d$/.exec(text);
  if (!match) throw misuse('expires', 'must be a number of days such as 90d');
  return Number(match[1]);
}
