'use server';

import { z } from 'zod';
import { action } from '@/lib/http/action';
import { createType, deleteType, updateType } from '@/lib/notifications/types/change';
import { TypeInput, TypePatch } from '@/lib/notifications/types/schema';

/** Its key, or the id of a row. */
const Ref = z.strictObject({ id: z.string().min(1).max(60) });

export const createTypeAction = action({ may: 'notifications.write' }, TypeInput, createType);

export const updateTypeAction = action(
  { may: 'notifications.write' },
  z.strictObject({ ...TypePatch.shape, ...Ref.shape }),
  updateType,
);

export const deleteTypeAction = action({ may: 'notifications.write' }, Ref, deleteType);
