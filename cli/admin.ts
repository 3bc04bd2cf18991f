import { Command, Option } from 'commander';
import { createUser } from '@/lib/auth/create-user';
import { UserInput } from '@/lib/auth/schema';
import { takeSecondFactorOff } from '@/lib/auth/second-factor/change';
import { createSetupLink } from '@/lib/auth/setup-link';
import type { Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { LOCALES } from '@/lib/i18n/locales';
import { runningPanelAddress } from '@/lib/process/panel-address';
import { readPassword } from './password';
import { run } from './run';

type Options = {
  email: string;
  password?: string;
  passwordStdin?: boolean;
  name?: string;
  role: string;
  language?: string;
  json?: boolean;
};

export function adminCommand(): Command {
  const admin = new Command('admin').description('people who may sign in to the panel');
  admin
    .command('create')
    .description(
      'create an account; its password (at least 12 characters) is asked for, or read from standard input',
    )
    .requiredOption('--email <email>', 'the address to sign in with')
    .option('--password-stdin', 'take the first line of standard input, also at a terminal')
    .addOption(new Option('--password <password>').conflicts('passwordStdin').hideHelp())
    .option('--name <name>', 'shown in the panel (default: the address)')
    .option('--role <role>', 'administrator, technician or viewer', 'administrator')
    .addOption(new Option('--language <code>', 'of the panel, for this person').choices([...LOCALES]))
    .action(async (options: Options) => {
      const { email, role, language, name = email } = options;
      if (options.password !== undefined) hideFromProcessList();
      const password = options.password ?? (await readPassword(options.passwordStdin));
      const input = UserInput.parse({ email, password, role, name, language });
      await run(
        options,
        (ctx) => createUser(ctx, input),
        (user) => `Created ${user.email} (${user.role}).`,
      );
    });
  admin
    .command('link')
    .description('print a new one-time link that sets Relevo up; works while nobody has')
    .action(async (options: { json?: boolean }) => {
      await run(options, createLink, ({ url }) => url);
    });
  admin
    .command('second-factor-off')
    .description('let a person who lost the app and the recovery codes sign in with the password alone')
    .argument('<email>', 'the address that the person signs in with')
    .action(async (email: string, options: { json?: boolean }) => {
      await run(
        options,
        (ctx) => takeSecondFactorOff(ctx, email),
        (person) => `${person.email} signs in with the password alone now. All sessions have ended.`,
      );
    });
  return admin;
}

async function createLink(ctx: Context): Promise<{ url: string }> {
  const path = await createSetupLink(ctx);
  if (!path)
    throw new AppError('setup_done', 'Relevo is already set up: to add somebody, relevo admin create.');
  return { url: runningPanelAddress() + path };
}

/** Everybody on the machine may list what runs, with its arguments. Until here they could be seen. */
function hideFromProcessList(): void {
  process.title = 'relevo admin create';
  console.error(
    'A password among the arguments can be seen by others on this machine: leave it out to be asked.',
  );
}
