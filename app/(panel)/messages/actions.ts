'use server';

import { z } from 'zod';
import { ExplainInput, explainAttempt } from '@/lib/ai/jobs/explain-attempt';
import { action } from '@/lib/http/action';
import { sendAgain } from '@/lib/intake/send-again';
import { cancelMessage } from '@/lib/messages/cancel';
import { cancelMessages } from '@/lib/messages/cancel-many';
import { rescheduleMessage } from '@/lib/messages/reschedule';
import { resendMessages } from '@/lib/messages/resend-many';
import { CancelInput, RescheduleInput, ResendInput, ResendOneInput } from '@/lib/messages/schema';
import { sendNow } from '@/lib/messages/send-now';
import { ColumnsInput, ViewInput, ViewPatch, ViewRef } from '@/lib/views/schema';
import { chooseColumns, deleteView, saveView, updateView } from '@/lib/views/views';

const OneMessage = z.strictObject({ id: z.uuid() });

export const explainAttemptAction = action({ may: 'messages.write' }, ExplainInput, explainAttempt);

export const cancelMessageAction = action({ may: 'messages.write' }, OneMessage, cancelMessage);

export const sendNowAction = action({ may: 'messages.write' }, OneMessage, sendNow);

export const rescheduleMessageAction = action(
  { may: 'messages.write' },
  z.strictObject({ ...OneMessage.shape, ...RescheduleInput.shape }),
  rescheduleMessage,
);

/** `key`: of one question that was asked, so that its answer counts once. */
const SendAgain = z.strictObject({
  ...OneMessage.shape,
  ...ResendOneInput.shape,
  key: z.string().max(64).optional(),
});

export const resendMessageAction = action({ may: 'messages.write' }, SendAgain, (ctx, { key, ...input }) =>
  sendAgain(ctx, input, key),
);

export const resendMessagesAction = action({ may: 'messages.write' }, ResendInput, resendMessages);

export const cancelMessagesAction = action({ may: 'messages.write' }, CancelInput, cancelMessages);

export const saveViewAction = action({ may: 'account.write' }, ViewInput, saveView);

export const updateViewAction = action({ may: 'account.write' }, ViewPatch, updateView);

export const deleteViewAction = action({ may: 'account.write' }, ViewRef, deleteView);

export const chooseColumnsAction = action({ may: 'account.write' }, ColumnsInput, chooseColumns);
