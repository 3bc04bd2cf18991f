import { copyFileSync, existsSync, renameSync, statSync, truncateSync } from 'node:fs';

const MOST_BYTES = 10e6;
const KEPT = 3;

/**
 * The log of the embedded PostgreSQL would grow for ever: `pg_ctl -l` has it appended to one file. That is copied and emptied, as logrotate's
 * `copytruncate` does; what is written in between is lost. @returns whether it was long enough
 */
export function rotateLog(file: string, mostBytes = MOST_BYTES): boolean {
  if (!existsSync(file) || statSync(file).size <= mostBytes) return false;
  for (let number = KEPT - 1; number > 0; number--)
    if (existsSync(`${file}.${number}`)) renameSync(`${file}.${number}`, `${file}.${number + 1}`);
  copyFileSync(file, `${file}.1`);
  truncateSync(file);
  return true;
}
