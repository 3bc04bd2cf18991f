'use server';

import { z } from 'zod';
import { action } from '@/lib/http/action';
import { createKind } from '@/lib/subject-kinds/change';
import { KindInput } from '@/lib/subject-kinds/schema';
import { notifyAbout } from '@/lib/subjects/notify-about';
import { NotifyAbout } from '@/lib/subjects/schema';

export const createKindAction = action({ may: 'subjects.write' }, KindInput, createKind);

export const notifyAboutAction = action(
  { may: 'messages.send' },
  NotifyAbout.extend({ id: z.uuid() }),
  notifyAbout,
);
