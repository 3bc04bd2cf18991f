'use server';

import { z } from 'zod';
import { action } from '@/lib/http/action';
import { addSuppression } from '@/lib/suppressions/add';
import { applyProviderLists, readProviderLists, setProviderLists } from '@/lib/suppressions/held/lists';
import { ProviderListsPatch } from '@/lib/suppressions/held/schema';
import { removeSuppression, undoSuppressions } from '@/lib/suppressions/lift';
import { AddressRef, SuppressionInput, UndoInput } from '@/lib/suppressions/schema';

export const addSuppressionAction = action({ may: 'suppressions.write' }, SuppressionInput, addSuppression);

export const removeSuppressionAction = action({ may: 'suppressions.write' }, AddressRef, removeSuppression);

export const undoSuppressionsAction = action({ may: 'suppressions.write' }, UndoInput, undoSuppressions);

const One = z.strictObject({ id: z.uuid() });

export const readListsAction = action({ may: 'suppressions.write' }, One, readProviderLists);

export const applyListsAction = action({ may: 'suppressions.write' }, One, applyProviderLists);

export const setListsAction = action(
  { may: 'suppressions.write' },
  ProviderListsPatch.extend({ id: z.uuid() }),
  setProviderLists,
);
