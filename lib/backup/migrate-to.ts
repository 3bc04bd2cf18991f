import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@/lib/database/migrate';
import { AppError } from '@/lib/errors';

type Journal = { entries: { when: number }[] };

/** Up to the migration of that time and no further: drizzle knows only all that are in a folder. @throws AppError where this program does not know it */
export async function migrateTo(url: string, when: number): Promise<void> {
  const all = join(process.cwd(), 'drizzle/migrations');
  const journal = JSON.parse(readFileSync(join(all, 'meta/_journal.json'), 'utf8')) as Journal;
  if (!journal.entries.some((entry) => entry.when === when))
    throw new AppError(
      'validation_failed',
      'This backup is of a newer Relevo than this one: update it first.',
    );
  const folder = mkdtempSync(join(tmpdir(), 'relevo-migrations-'));
  try {
    cpSync(all, folder, { recursive: true });
    const cut = { ...journal, entries: journal.entries.filter((entry) => entry.when <= when) };
    writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify(cut));
    await migrate(url, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
