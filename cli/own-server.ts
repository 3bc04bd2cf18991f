import { Command } from 'commander';
import { generateOwnServer } from '@/lib/own-server/generate';
import { OwnServerInput } from '@/lib/own-server/schema';
import { readJson } from './files';

export function ownServerCommand(): Command {
  const ownServer = new Command('own-server').description('a mail server of your own');
  ownServer
    .command('generate')
    .description(
      'write the installation script of a Postfix or Exim that relays for Relevo alone: relevo own-server generate --file server.json > install.sh',
    )
    .requiredOption(
      '--file <file>',
      'what the server is, as for POST /api/v1/own-server/generate; - is standard input',
    )
    .action(generate);
  return ownServer;
}

/** Nothing is read from the database, so that it works on any machine. */
async function generate({ file, json }: { file: string; json?: boolean }): Promise<void> {
  const generated = generateOwnServer(OwnServerInput.parse(await readJson('--file', file)));
  console.log(json ? JSON.stringify(generated, null, 2) : generated.script.trimEnd());
}
