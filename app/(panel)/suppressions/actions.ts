'use server';

import { action } from '@/lib/http/action';
import { addSuppression } from '@/lib/suppressions/add';
import { removeSuppression, undoSuppressions } from '@/lib/suppressions/lift';
import { AddressRef, SuppressionInput, UndoInput } from '@/lib/suppressions/schema';

export const addSuppressionAction = action({ may: 'suppressions.write' }, SuppressionInput, addSuppression);

export const removeSuppressionAction = action({ may: 'suppressions.write' }, AddressRef, removeSuppression);

export const undoSuppressionsAction = action({ may: 'suppressions.write' }, UndoInput, undoSuppressions);
