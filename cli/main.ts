import { CommanderError } from 'commander';
import { logToStderr } from '@/lib/log';
import { explain } from './explain';
import { buildProgram } from './program';

logToStderr();

const program = await buildProgram(process.argv[2]);

program.parseAsync().then(
  () => process.exit(),
  (error: unknown) => {
    // commander has already said what was wrong with the arguments.
    if (error instanceof CommanderError) process.exit(error.exitCode);
    console.error(explain(error));
    process.exit(1);
  },
);
