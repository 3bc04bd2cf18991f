'use client';

import { useRef } from 'react';
import { apiPost, asResult } from '@/components/layout/api';
import type { Result } from '@/components/layout/use-action';
import type { Accepted } from '@/lib/intake/accepted';
import type { MessageInput } from '@/lib/messages/schema';
import { newKey, SendOnce } from './send-once';

export type Sent = Pick<Accepted, 'id' | 'status' | 'ids'>;
type Answer = Result<Sent>;

/**
 * The one way the panel sends a message: by the API's own route, which reads 25 MB without holding anybody up. Two presses on one form are
 * one message. `toInput` makes the message of what was filled in.
 */
export function useSendMessage<Values>(
  toInput: (values: Values) => MessageInput | Promise<MessageInput>,
): (values: Values) => Promise<Answer> {
  const once = useRef<SendOnce<Values, Answer>>(null);
  once.current ??= new SendOnce(
    async (values, key) => asResult(apiPost('messages', await toInput(values), { 'idempotency-key': key })),
    newKey,
  );
  return (values) => once.current!.send(values);
}

/** Where a message is put together, not filled in. */
export const asItIs = (message: MessageInput): MessageInput => message;
