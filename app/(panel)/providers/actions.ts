'use server';

import { z } from 'zod';
import { action } from '@/lib/http/action';
import { createProvider } from '@/lib/providers/create';
import { deleteProvider } from '@/lib/providers/delete';
import { ProviderDraft } from '@/lib/providers/draft-schema';
import { dropDraft, getDraft, listUnfinished, saveDraft } from '@/lib/providers/drafts';
import { testProvider } from '@/lib/providers/health/connection-test';
import { RestoreWeightInput } from '@/lib/providers/health/health-schema';
import { restoreWeight } from '@/lib/providers/health/restore-weight';
import { tryNow } from '@/lib/providers/health/try-now';
import { KeyInput } from '@/lib/providers/keys/key-schema';
import { activateKey, addKey, removeKey } from '@/lib/providers/keys/keys';
import { reorderProviders } from '@/lib/providers/reorder';
import { ProviderInput, ProviderPatch, ProviderTestInput, ReorderInput } from '@/lib/providers/schema';
import { updateProvider } from '@/lib/providers/update';

const id = z.uuid();
const Nothing = z.strictObject({});

export const createProviderAction = action({ role: 'technician' }, ProviderInput, createProvider);

export const updateProviderAction = action(
  { role: 'technician' },
  ProviderPatch.extend({ id }),
  updateProvider,
);

export const reorderProvidersAction = action({ role: 'technician' }, ReorderInput, reorderProviders);

export const deleteProviderAction = action({ role: 'technician' }, z.strictObject({ id }), deleteProvider);

export const testProviderAction = action(
  { role: 'technician' },
  ProviderTestInput.extend({ id }),
  testProvider,
);

export const tryNowAction = action({ role: 'technician' }, z.strictObject({ id }), tryNow);

export const restoreWeightAction = action(
  { role: 'technician' },
  RestoreWeightInput.extend({ id }),
  restoreWeight,
);

export const getDraftAction = action({ role: 'technician' }, Nothing, getDraft);

export const saveDraftAction = action({ role: 'technician' }, ProviderDraft, saveDraft);

export const dropDraftAction = action({ role: 'technician' }, Nothing, dropDraft);

export const listUnfinishedAction = action({ role: 'viewer' }, Nothing, listUnfinished);

const OneKey = z.strictObject({ id, keyId: z.uuid() });

export const addKeyAction = action({ role: 'technician' }, KeyInput.extend({ id }), addKey);

export const activateKeyAction = action({ role: 'technician' }, OneKey, activateKey);

export const removeKeyAction = action({ role: 'technician' }, OneKey, removeKey);
