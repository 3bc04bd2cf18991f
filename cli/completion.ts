import { Argument, type Command, Command as Noun } from 'commander';
import { bashCompletion, zshCompletion } from './completion-script';

const SHELLS = { bash: bashCompletion, zsh: zshCompletion };
type Shell = keyof typeof SHELLS;

const HELP = `
For bash, in ~/.bashrc:  source <(/opt/relevo/relevo completion bash)
For zsh, in ~/.zshrc:    source <(/opt/relevo/relevo completion zsh)
It completes relevo and ./relevo.`;

export function completionCommand(build: () => Promise<Command>): Command {
  return new Noun('completion')
    .description('print what lets a shell complete commands and their options')
    .addArgument(new Argument('<shell>', 'which one').choices(Object.keys(SHELLS)))
    .addHelpText('after', HELP)
    .action(async (shell: Shell, { json }: { json?: boolean }) => {
      const script = SHELLS[shell](await build());
      console.log(json ? JSON.stringify({ script }) : script);
    });
}
