import { Command } from 'commander';
import { type Rotation, rotateKeys } from '@/lib/master-keys/rotate';
import { run } from './run';

const HELP = `
To change the master key without a pause:
  1. Put a new key in front of RELEVO_MASTER_KEY: k2:NEW,k1:OLD (openssl rand -base64 32 makes one; without the variable,
     the keys are in master.key in the data directory) and restart every process of Relevo.
  2. ./relevo keys rotate. It may be stopped and run again.
  3. When it says so, remove the old key and restart. Old backups still need it: keep it with them.`;

export function keysCommand(): Command {
  const keys = new Command('keys').description('master keys, which encrypt the secrets of providers');
  keys
    .command('rotate')
    .description('hand all secrets to the first key of RELEVO_MASTER_KEY; exits with 1 when some do not open')
    .addHelpText('after', HELP)
    .action(async (options: { json?: boolean }) => {
      const { failed } = await run(options, (ctx) => rotateKeys(ctx), toText);
      if (failed > 0) process.exitCode = 1;
    });
  return keys;
}

function toText({ activeKeyId, rewrapped, current, failed, failures, advice }: Rotation): string {
  return [
    `Handed ${rewrapped} secrets to ${activeKeyId}; ${current} were there already; ${failed} failed.`,
    ...failures.map(({ place, reason }) => `✗ ${place}: ${reason}`),
    ...advice,
  ].join('\n');
}
