import { statSync } from 'node:fs';
import { mutation } from '@/lib/audit/mutation';
import { boundTo, type Context } from '@/lib/context';
import { AppError } from '@/lib/errors';
import { dataDir } from '@/lib/process/paths';
import { enqueue } from '@/lib/queue/enqueue';
import { readJobs } from '@/lib/queue/read-jobs';
import { type Backup, backupFolder, KEPT, listBackups } from './folder';
import { ownIdentityFile } from './identity';

export type BackupView = Omit<Backup, 'file'>;

export type BackupsView = {
  data: BackupView[];
  /** The newest that was restored as a test; null: there is none to rely on. */
  good: BackupView | null;
  /** The key lies on this machine: a copy of it must lie elsewhere. */
  keyHere: boolean;
  /** They burn together with what they are of. */
  sameDisk: boolean;
  kept: { daily: number; weekly: number; monthly: number };
  /** One is being made, or looked at; `problem`: why the last try failed, which is repeated. */
  making: Work | null;
  testing: Work | null;
};
type Work = { problem: string | null };

/** Those in the folder of the machine that is asked. @throws AppError forbidden for who is for some companies alone */
export async function viewBackups(ctx: Context): Promise<BackupsView> {
  refuseBound(ctx);
  const data = listBackups().map(({ file: _, ...view }) => view);
  const jobs = await readJobs(['back-up', 'verify-backup']);
  const workOf = (task: string) => {
    const job = jobs.find((each) => each.task === task);
    return job ? { problem: job.problem } : null;
  };
  return {
    data,
    good: data.find(({ verifiedAt }) => verifiedAt !== null) ?? null,
    keyHere: ownIdentityFile() !== null,
    sameDisk: statSync(backupFolder()).dev === statSync(dataDir()).dev,
    kept: KEPT,
    making: workOf('back-up'),
    testing: workOf('verify-backup'),
  };
}

/** By a worker, as each night. Asked for again while it waits, it stays one. @throws AppError forbidden */
export async function orderBackup(ctx: Context): Promise<void> {
  await order(ctx, 'backup.order', 'back-up');
}

/** Restores the newest into a database of its own, as each Sunday; where there is none yet, nothing. @throws AppError forbidden; conflict where their key lies elsewhere */
export async function orderTest(ctx: Context): Promise<void> {
  refuseBound(ctx);
  if (ownIdentityFile() === null)
    throw new AppError(
      'conflict',
      'The key of backups lies elsewhere: test one there, by ./relevo backup verify.',
    );
  await order(ctx, 'backup.test', 'verify-backup');
}

async function order(ctx: Context, action: string, task: 'back-up' | 'verify-backup'): Promise<void> {
  refuseBound(ctx);
  await mutation({ ...ctx, companyId: null }, action, async (tx) => {
    await enqueue(tx, task, {}, 'by hand');
    return { result: undefined, subjectId: null };
  });
}

function refuseBound(ctx: Context): void {
  if (boundTo(ctx))
    throw new AppError('forbidden', 'Who is for some companies alone has no part in the backups of all.');
}
