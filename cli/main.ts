import { Command, CommanderError } from 'commander';
import { logToStderr } from '@/lib/log';
import { adminCommand } from './admin';
import { companyCommand } from './company';
import { explain } from './explain';
import { keysCommand } from './keys';
import { messageCommand } from './message';
import { metricsCommand } from './metrics';
import { providerCommand } from './provider';
import { settingsCommand } from './settings';
import { tokenCommand } from './token';

logToStderr();

const program = new Command('relevo').description(
  'Relevo on the command line: works on the same database as the running system.',
);

for (const noun of [
  adminCommand(),
  companyCommand(),
  tokenCommand(),
  providerCommand(),
  messageCommand(),
  metricsCommand(),
  settingsCommand(),
  keysCommand(),
])
  program.addCommand(noun);
for (const verb of program.commands.flatMap(verbsOf))
  verb.option('--json', 'print the result as JSON').exitOverride().copyInheritedSettings(program);

program
  .exitOverride()
  .parseAsync()
  .then(
    () => process.exit(),
    (error: unknown) => {
      // commander has already said what was wrong with the arguments.
      if (error instanceof CommanderError) process.exit(error.exitCode);
      console.error(explain(error));
      process.exit(1);
    },
  );

function verbsOf(command: Command): Command[] {
  return command.commands.length > 0 ? command.commands.flatMap(verbsOf) : [command];
}
