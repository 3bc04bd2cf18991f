import { BackupsAnswer } from '../answers/backups';
import type { Operation } from '../operation';

export const BACKUPS: Record<string, Operation> = {
  'GET /api/v1/backups': {
    id: 'listBackups',
    tag: 'settings',
    summary: 'List the backups of everything',
    description:
      'Those in the folder of the machine that answers, the newest first, and which of them can be relied on.',
    answer: BackupsAnswer,
  },
  'POST /api/v1/backups': {
    id: 'orderBackup',
    tag: 'settings',
    summary: 'Make a backup now',
    description: 'A worker makes it, as each night. Asked for again while it waits, it stays one.',
    answer: null,
  },
  'POST /api/v1/backups/test': {
    id: 'orderBackupTest',
    tag: 'settings',
    summary: 'Restore the newest backup as a test',
    description:
      'Into a database of its own, which is dropped again: every row is compared, a secret opened. As each Sunday.',
    answer: null,
    errors: ['conflict'],
  },
};
