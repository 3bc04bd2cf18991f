'use server';

import { z } from 'zod';
import { action } from '@/lib/http/action';
import { cancelMessage } from '@/lib/messages/cancel';
import { cancelMessages } from '@/lib/messages/cancel-many';
import { resendMessage } from '@/lib/messages/resend';
import { resendMessages } from '@/lib/messages/resend-many';
import { CancelInput, ResendInput } from '@/lib/messages/schema';
import { ColumnsInput, ViewInput, ViewPatch, ViewRef } from '@/lib/views/schema';
import { chooseColumns, deleteView, saveView, updateView } from '@/lib/views/views';

const OneMessage = z.strictObject({ id: z.uuid() });

export const cancelMessageAction = action({ role: 'technician' }, OneMessage, cancelMessage);

export const resendMessageAction = action({ role: 'technician' }, OneMessage, resendMessage);

export const resendMessagesAction = action({ role: 'technician' }, ResendInput, resendMessages);

export const cancelMessagesAction = action({ role: 'technician' }, CancelInput, cancelMessages);

export const saveViewAction = action({ role: 'viewer' }, ViewInput, saveView);

export const updateViewAction = action({ role: 'viewer' }, ViewPatch, updateView);

export const deleteViewAction = action({ role: 'viewer' }, ViewRef, deleteView);

export const chooseColumnsAction = action({ role: 'viewer' }, ColumnsInput, chooseColumns);
