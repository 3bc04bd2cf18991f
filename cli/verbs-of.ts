import type { Command } from 'commander';

/** The ends of the tree, which do something. */
export function verbsOf(command: Command): Command[] {
  return command.commands.length > 0 ? command.commands.flatMap(verbsOf) : [command];
}
