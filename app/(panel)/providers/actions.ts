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
import { registerHook } from '@/lib/providers/hooks/register-hook';
import { KeyInput } from '@/lib/providers/keys/key-schema';
import { activateKey, addKey, removeKey } from '@/lib/providers/keys/keys';
import { rotateProviderKey } from '@/lib/providers/keys/rotate-key';
import { reorderProviders } from '@/lib/providers/reorder';
import { ProviderInput, ProviderPatch, ProviderTestInput, ReorderInput } from '@/lib/providers/schema';
import { updateProvider } from '@/lib/providers/update';

const id = z.uuid();
const Nothing = z.strictObject({});

export const createProviderAction = action({ may: 'providers.write' }, ProviderInput, createProvider);

export const updateProviderAction = action(
  { may: 'providers.write' },
  ProviderPatch.extend({ id }),
  updateProvider,
);

export const reorderProvidersAction = action({ may: 'providers.write' }, ReorderInput, reorderProviders);

export const deleteProviderAction = action(
  { may: 'providers.write' },
  z.strictObject({ id }),
  deleteProvider,
);

export const testProviderAction = action(
  { may: 'providers.write' },
  ProviderTestInput.extend({ id }),
  testProvider,
);

export const tryNowAction = action({ may: 'providers.write' }, z.strictObject({ id }), tryNow);

export const restoreWeightAction = action(
  { may: 'providers.write' },
  RestoreWeightInput.extend({ id }),
  restoreWeight,
);

export const getDraftAction = action({ may: 'providers.write' }, Nothing, getDraft);

export const saveDraftAction = action({ may: 'providers.write' }, ProviderDraft, saveDraft);

export const dropDraftAction = action({ may: 'providers.write' }, Nothing, dropDraft);

export const listUnfinishedAction = action({ may: 'providers.read' }, Nothing, listUnfinished);

const OneKey = z.strictObject({ id, keyId: z.uuid() });

export const addKeyAction = action({ may: 'providers.write' }, KeyInput.extend({ id }), addKey);

export const activateKeyAction = action({ may: 'providers.write' }, OneKey, activateKey);

export const rotateKeyAction = action({ may: 'providers.write' }, z.strictObject({ id }), rotateProviderKey);

export const removeKeyAction = action({ may: 'providers.write' }, OneKey, removeKey);

export const registerHookAction = action({ may: 'providers.write' }, z.strictObject({ id }), (ctx, input) =>
  registerHook(ctx, input),
);
