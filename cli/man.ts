import { Command } from 'commander';
import { manPage } from './man-page';

const HELP = `
To read it as any other:  ./relevo man > /usr/local/share/man/man1/relevo.1 && man relevo`;

export function manCommand(build: () => Promise<Command>): Command {
  return new Command('man')
    .description('print the page of the manual, made from the commands that there are')
    .addHelpText('after', HELP)
    .action(async ({ json }: { json?: boolean }) => {
      const page = manPage(await build());
      console.log(json ? JSON.stringify({ page }) : page);
    });
}
