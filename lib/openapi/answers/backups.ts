import { z } from 'zod';
import type { BackupsView, BackupView } from '@/lib/backup/view';
import { answerOf } from '../named';
import { Count, Time } from './parts';

const BackupAnswer = answerOf<BackupView>()(
  'Backup',
  z.strictObject({
    name: z.string(),
    at: Time.describe('The moment that it is of.'),
    rows: Count,
    bytes: Count.describe('Of the file, compressed and encrypted.'),
    verifiedAt: Time.nullable().describe('When it was restored as a test; null: not yet.'),
    problem: z.string().nullable().describe('Why the last look at it failed.'),
  }),
);

const work = z
  .strictObject({ problem: z.string().nullable().describe('Why the last try failed, which is repeated.') })
  .nullable();

export const BackupsAnswer = answerOf<BackupsView>()(
  'Backups',
  z.strictObject({
    data: z.array(BackupAnswer),
    good: BackupAnswer.nullable().describe('The newest that was restored as a test.'),
    keyHere: z.boolean().describe('Their key lies on this machine: a copy of it must lie elsewhere.'),
    sameDisk: z.boolean().describe('They are on the disk of what they are of.'),
    kept: z.strictObject({ daily: Count, weekly: Count, monthly: Count }),
    making: work.describe('One is being made, or about to be.'),
    testing: work.describe('One is being restored as a test, or about to be.'),
  }),
);
