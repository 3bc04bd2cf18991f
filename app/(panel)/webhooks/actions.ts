'use server';

import { z } from 'zod';
import { action } from '@/lib/http/action';
import { deleteWebhook, rotateWebhookSecret, updateWebhook } from '@/lib/webhooks/change';
import { createWebhook } from '@/lib/webhooks/create';
import { replayWebhook } from '@/lib/webhooks/replay';
import {
  ReplayInput,
  RotateSecretInput,
  WebhookInput,
  WebhookPatch,
  WebhookRef,
} from '@/lib/webhooks/schema';
import { testWebhook } from '@/lib/webhooks/test-webhook';

const { id } = WebhookRef.shape;

export const createWebhookAction = action({ may: 'webhooks.write' }, WebhookInput, createWebhook);

export const updateWebhookAction = action(
  { may: 'webhooks.write' },
  z.strictObject({ ...WebhookPatch.shape, id }),
  updateWebhook,
);

export const deleteWebhookAction = action(
  { may: 'webhooks.write', confirm: false },
  WebhookRef,
  deleteWebhook,
);

export const testWebhookAction = action({ may: 'webhooks.write', confirm: false }, WebhookRef, testWebhook);

export const rotateSecretAction = action(
  { may: 'webhooks.write' },
  z.strictObject({ ...RotateSecretInput.shape, id }),
  rotateWebhookSecret,
);

export const replayWebhookAction = action(
  { may: 'webhooks.write', confirm: false },
  ReplayInput.safeExtend({ id }),
  replayWebhook,
);
