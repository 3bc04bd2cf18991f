import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Command } from 'commander';
import { backUp } from '@/lib/backup/back-up';
import { type Backup, backupFolder, listBackups } from '@/lib/backup/folder';
import { type RestoreResult, restoreBackup } from '@/lib/backup/restore';
import { verifyBackup } from '@/lib/backup/verify';
import { callersPath } from './files';
import { misuse } from './misuse';
import { run } from './run';

type Json = { json?: boolean };
type WithIdentity = Json & { identity?: string };

const HELP = `
Backups are encrypted (age). Unless RELEVO_BACKUP_RECIPIENTS names others, their key is made in the data directory as backup.key:
keep a copy of it elsewhere, as a backup whose key burned with the server is none. RELEVO_BACKUP_FOLDER says where they are kept.`;

export function backupCommand(): Command {
  const backup = new Command('backup')
    .description('everything there is, encrypted, as of one moment')
    .addHelpText('after', HELP);
  backup
    .command('now', { isDefault: true })
    .description('make one; old ones go once a newer one was restored as a test')
    .action(async (options: Json) => {
      await run(options, backUp, ({ backup: made, deleted, keyFile }) =>
        [
          line(made),
          ...deleted.map((name) => `Deleted ${name}.`),
          ...(keyFile ? [`Its key is ${keyFile}: keep a copy elsewhere.`] : []),
        ].join('\n'),
      );
    });
  backup
    .command('list')
    .description('those that there are, the newest first')
    .action(async (options: Json) => {
      await run(
        options,
        async () => listBackups(),
        (backups) => backups.map(line).join('\n') || 'There is none yet.',
      );
    });
  backup
    .command('verify')
    .description('restore one into a database of its own, compare everything, and drop that again')
    .argument('[name]', 'the newest, unless another is named')
    .option('--identity <file>', 'the key, where it is not on this machine')
    .action(async (name: string | undefined, { identity, ...options }: WithIdentity) => {
      await run(
        options,
        (ctx) => verifyBackup(ctx, { name, identityFile: identity && callersPath(identity) }),
        (found) => `${found.name} came back whole: ${found.rows} rows of ${found.at}, in ${found.seconds} s.`,
      );
    });
  return backup;
}

export function restoreCommand(): Command {
  return new Command('restore')
    .description('put a backup in the place of what is there; Relevo must not run')
    .argument('<file>')
    .option('--identity <file>', 'the key, where it is not on this machine')
    .option('--yes', 'it is meant')
    .action(async (file: string, { identity, yes, ...options }: WithIdentity & { yes?: boolean }) => {
      if (!yes)
        throw misuse('--yes', 'is needed: what is there now is put aside, and the backup takes its place');
      const asked = { file: findFile(file), identityFile: identity && callersPath(identity) };
      await run(options, (ctx) => restoreBackup(ctx, asked), tell);
    });
}

/** Where you are, or else among the backups: the panel tells its name alone. */
function findFile(file: string): string {
  const path = callersPath(file);
  return basename(file) === file && !existsSync(path) ? join(backupFolder(), file) : path;
}

function tell({
  at,
  rows,
  held,
  rulesPaused,
  campaignsPaused,
  notificationsStopped,
  before,
  masterKeyFile,
}: RestoreResult): string {
  return [
    `Restored ${rows} rows of ${at}.`,
    `${held} messages that waited then are held for a look: most have gone out since. Send or cancel them in the panel, or by ./relevo message resend.`,
    `${rulesPaused} rules are switched off, ${campaignsPaused} campaigns are paused, ${notificationsStopped} notifications under way were ended.`,
    'Addresses suppressed since then are missing: read the lists of your providers again.',
    'Tokens revoked since then are valid again, and people erased since then are back: revoke and erase them again.',
    `What was there before is the database ${before}.`,
    ...(masterKeyFile
      ? [
          `Its secrets open with other master keys than those here. They are in ${masterKeyFile}: put them in the place of master.key.`,
        ]
      : []),
  ].join('\n');
}

function line({ name, bytes, rows, verifiedAt, problem }: Backup): string {
  const size = `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  const state = problem
    ? `✗ ${problem}`
    : verifiedAt
      ? `restored as a test ${verifiedAt}`
      : 'not restored as a test yet';
  return `${name}  ${size}  ${rows} rows  ${state}`;
}
