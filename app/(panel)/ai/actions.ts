'use server';

import { z } from 'zod';
import { createAiProvider, deleteAiProvider, updateAiProvider } from '@/lib/ai/providers/change';
import { activateAiKey, addAiKey, removeAiKey } from '@/lib/ai/providers/keys';
import { AiKeyInput, AiProviderInput, AiProviderPatch } from '@/lib/ai/providers/schema';
import { testAiProvider } from '@/lib/ai/providers/test-provider';
import { action } from '@/lib/http/action';

const Ref = z.strictObject({ id: z.uuid() });
const KeyRef = z.strictObject({ id: z.uuid(), keyId: z.uuid() });

export const createAiProviderAction = action({ may: 'ai.write' }, AiProviderInput, createAiProvider);

export const updateAiProviderAction = action(
  { may: 'ai.write' },
  z.strictObject({ ...AiProviderPatch.shape, ...Ref.shape }),
  updateAiProvider,
);

export const deleteAiProviderAction = action({ may: 'ai.write' }, Ref, deleteAiProvider);

export const testAiProviderAction = action({ may: 'ai.write' }, Ref, testAiProvider);

export const addAiKeyAction = action(
  { may: 'ai.write' },
  z.strictObject({ ...AiKeyInput.shape, ...Ref.shape }),
  addAiKey,
);

export const activateAiKeyAction = action({ may: 'ai.write' }, KeyRef, activateAiKey);

export const removeAiKeyAction = action({ may: 'ai.write' }, KeyRef, removeAiKey);
