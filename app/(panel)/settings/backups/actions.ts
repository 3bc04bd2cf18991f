'use server';

import { z } from 'zod';
import { orderBackup, orderTest } from '@/lib/backup/view';
import { action } from '@/lib/http/action';

const Nothing = z.strictObject({});

export const orderBackupAction = action({ may: 'config.write', confirm: false }, Nothing, orderBackup);

export const orderTestAction = action({ may: 'config.write', confirm: false }, Nothing, orderTest);
