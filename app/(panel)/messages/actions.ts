'use server';

import { z } from 'zod';
import { action } from '@/lib/http/action';
import { acceptMessage } from '@/lib/intake/accept';
import { cancelMessage } from '@/lib/messages/cancel';
import { resendMessage } from '@/lib/messages/resend';
import { resendMessages } from '@/lib/messages/resend-many';
import { MessageInput, ResendInput } from '@/lib/messages/schema';

const OneMessage = z.strictObject({ id: z.uuid() });

export const sendMessageAction = action({ role: 'technician' }, MessageInput, acceptMessage);

export const cancelMessageAction = action({ role: 'technician' }, OneMessage, cancelMessage);

export const resendMessageAction = action({ role: 'technician' }, OneMessage, resendMessage);

export const resendMessagesAction = action({ role: 'technician' }, ResendInput, resendMessages);
