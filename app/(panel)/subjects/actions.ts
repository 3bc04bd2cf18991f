'use server';

import { z } from 'zod';
import { action } from '@/lib/http/action';
import { createKind } from '@/lib/subject-kinds/change';
import { KindInput } from '@/lib/subject-kinds/schema';
import { createSource, deleteSource, updateSource } from '@/lib/subject-sources/change';
import { readSourceNow } from '@/lib/subject-sources/read';
import { SourceInput, SourcePatch } from '@/lib/subject-sources/schema';
import { notifyAbout } from '@/lib/subjects/notify-about';
import { NotifyAbout } from '@/lib/subjects/schema';

export const createKindAction = action({ may: 'subjects.write' }, KindInput, createKind);

export const createSourceAction = action({ may: 'subjects.write' }, SourceInput, createSource);

export const updateSourceAction = action(
  { may: 'subjects.write' },
  SourcePatch.extend({ id: z.uuid() }),
  updateSource,
);

const SourceRef = z.strictObject({ id: z.uuid() });

export const readSourceAction = action({ may: 'subjects.write' }, SourceRef, readSourceNow);

export const deleteSourceAction = action({ may: 'subjects.write' }, SourceRef, deleteSource);

export const notifyAboutAction = action(
  { may: 'messages.send' },
  NotifyAbout.extend({ id: z.uuid() }),
  notifyAbout,
);
