import { Command } from 'commander';
import { EMBEDDED, type Moved, moveDatabase } from '@/lib/backup/move';
import { misuse } from './misuse';
import { run } from './run';

const HELP = `
Relevo must not run. --to is a PostgreSQL of your own (15 or newer), as postgres://user:password@host:5432/database with an empty database, or
"embedded": the one that comes with Relevo. What is here stays as it is; everything there is compared with it before it counts. Then let
DATABASE_URL say where the data are, and start Relevo. Everybody signs in again.`;

export function databaseCommand(): Command {
  const database = new Command('database').description('where the data are').addHelpText('after', HELP);
  database
    .command('move')
    .description('everything into another PostgreSQL, or back into the embedded one')
    .requiredOption('--to <url>', 'where to; or "embedded"')
    .action(async ({ to, ...options }: { to: string; json?: boolean }) => {
      if (to !== EMBEDDED && !isPostgres(to))
        throw misuse('--to', 'must look like postgres://user:password@host:5432/database, or be "embedded"');
      await run(options, (ctx) => moveDatabase(ctx, { to }), tell);
    });
  return database;
}

function isPostgres(text: string): boolean {
  return /^postgres(ql)?:$/.test(URL.parse(text)?.protocol ?? '');
}

function tell({ rows, to, before }: Moved): string {
  const next = to
    ? `Set DATABASE_URL to it (with its password): ${to}`
    : 'Take DATABASE_URL out of the environment.';
  return [
    `${rows} rows were moved and compared. What was here stays as it is.`,
    ...(before ? [`What the embedded PostgreSQL had before is its database ${before}.`] : []),
    next,
  ].join('\n');
}
