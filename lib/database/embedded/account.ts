import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

export type Account = { uid: number; gid: number };

/** PostgreSQL refuses to run as root: then it runs as `postgres` where there is one, else as `nobody`. */
export function postgresAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const entry = accounts.find((fields) => fields[0] === name);
    if (entry) return { uid: Number(entry[2]), gid: Number(entry[3]) };
  }
  throw new Error(
    'PostgreSQL cannot run as root, and there is no user postgres or nobody: set DATABASE_URL.',
  );
}

/** Whether the account may enter this directory and all above it. */
export function canReach(account: Account, directory: string): boolean {
  const { mode, uid, gid } = statSync(directory);
  const execute = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  if (!(mode & execute)) return false;
  const parent = dirname(directory);
  return parent === directory || canReach(account, parent);
}
