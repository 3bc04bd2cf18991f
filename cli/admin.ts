import { Command } from 'commander';
import { createUser } from '@/lib/auth/create-user';
import { UserInput } from '@/lib/auth/schema';
import { run } from './run';

type Options = { email: string; password: string; name?: string; role: string; json?: boolean };

export function adminCommand(): Command {
  const admin = new Command('admin').description('people who may sign in to the panel');
  admin
    .command('create')
    .description('create an account')
    .requiredOption('--email <email>', 'the address to sign in with')
    .requiredOption('--password <password>', 'at least 12 characters')
    .option('--name <name>', 'shown in the panel (default: the address)')
    .option('--role <role>', 'administrator, technician or viewer', 'administrator')
    .action(async (options: Options) => {
      const { email, password, role, name = email } = options;
      const input = UserInput.parse({ email, password, role, name });
      await run(
        options,
        (ctx) => createUser(ctx, input),
        (user) => `Created ${user.email} (${user.role}).`,
      );
    });
  return admin;
}
