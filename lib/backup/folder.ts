import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { env } from '@/lib/env';
import { dataDir } from '@/lib/process/paths';

const NAME = /^relevo-(\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ)\.age$/;

const Note = z.object({
  rows: z.number(),
  bytes: z.number(),
  verifiedAt: z.iso.datetime().nullable(),
  /** Why the last look at it failed. */
  problem: z.string().nullable(),
});
export type Note = z.output<typeof Note>;

export type Backup = { name: string; file: string; at: string } & Note;

/** On another disk than the data, where somebody says so. */
export function backupFolder(): string {
  const configured = env().RELEVO_BACKUP_FOLDER;
  const folder = configured ?? 'backups';
  const path = isAbsolute(folder) ? folder : join(dataDir(), folder);
  mkdirSync(path, { recursive: true, mode: 0o700 });
  return path;
}

export function nameAt(moment: Date): string {
  return `relevo-${moment.toISOString().slice(0, 19).replaceAll(':', '-')}Z.age`;
}

/** The newest first. What is half written has another name. */
export function listBackups(folder = backupFolder()): Backup[] {
  return readdirSync(folder)
    .filter((name) => NAME.test(name))
    .toSorted()
    .toReversed()
    .map((name) => {
      const file = join(folder, name);
      const note = readNote(file);
      return { name, file, at: momentOf(name).toISOString(), ...note, bytes: statSync(file).size };
    });
}

function momentOf(name: string): Date {
  const [day, time] = NAME.exec(name)![1]!.split('T') as [string, string];
  return new Date(`${day}T${time.replaceAll('-', ':')}`);
}

const NOTHING_KNOWN: Note = { rows: 0, bytes: 0, verifiedAt: null, problem: null };

function readNote(file: string): Note {
  try {
    return Note.parse(JSON.parse(readFileSync(`${file}.json`, 'utf8')));
  } catch {
    return NOTHING_KNOWN;
  }
}

/** As long as nobody wrote to one: its backup was killed. */
const ABANDONED_MS = 3_600_000;

/** What backups that were killed left half written: of the size of a backup each, for good. */
export function deleteAbandoned(folder: string, now = Date.now()): void {
  for (const name of readdirSync(folder)) {
    const whole = name.replace(/(\.json)?\.partial$/, '');
    if (whole === name || !NAME.test(whole)) continue;
    const file = join(folder, name);
    if (now - statSync(file).mtimeMs > ABANDONED_MS) rmSync(file, { force: true });
  }
}

/** Beside the file: what is known of it. */
export function writeNote(file: string, change: Partial<Note>): void {
  if (!existsSync(file)) return;
  const partial = `${file}.json.partial`;
  writeFileSync(partial, `${JSON.stringify({ ...readNote(file), ...change }, null, 2)}\n`, { mode: 0o600 });
  renameSync(partial, `${file}.json`);
}

export const KEPT = { daily: 7, weekly: 4, monthly: 6 };

/** Those of the last days, weeks and months, the newest of each. Of what is not kept nothing goes unless a newer one was restored as a test. */
export function chooseKept(backups: Backup[]): Set<string> {
  const newest = backups.toSorted((a, b) => (a.at < b.at ? 1 : -1));
  const kept = new Set(newest.slice(0, 1).map(({ name }) => name));
  const spans: [number, (at: string) => string][] = [
    [KEPT.daily, (at) => at.slice(0, 10)],
    [KEPT.weekly, weekOf],
    [KEPT.monthly, (at) => at.slice(0, 7)],
  ];
  for (const [count, spanOf] of spans) {
    const seen = new Set<string>();
    for (const { name, at } of newest) {
      const span = spanOf(at);
      if (seen.has(span) || seen.size >= count) continue;
      seen.add(span);
      kept.add(name);
    }
  }
  const verified = newest.find(({ verifiedAt }) => verifiedAt !== null);
  if (verified) kept.add(verified.name);
  return kept;
}

function weekOf(at: string): string {
  const day = new Date(at);
  return new Date(day.getTime() - ((day.getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10);
}

/** @returns the names of those that went */
export function deleteOld(folder = backupFolder()): string[] {
  const backups = listBackups(folder);
  const [verified] = backups.filter(({ verifiedAt }) => verifiedAt !== null);
  if (!verified) return [];
  const kept = chooseKept(backups);
  const gone = backups.filter(({ name, at }) => !kept.has(name) && at < verified.at);
  for (const { file } of gone) for (const path of [file, `${file}.json`]) rmSync(path, { force: true });
  return gone.map(({ name }) => name);
}
