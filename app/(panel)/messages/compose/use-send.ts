'use client';

import { useRef } from 'react';
import { apiPost, asResult } from '@/components/layout/api';
import type { Result } from '@/components/layout/use-action';
import type { Accepted } from '@/lib/intake/accepted';
import { type ComposeForm, toMessageInput } from './compose-schema';
import { readAsBase64 } from './read-file';
import { newKey, SendOnce } from './send-once';

type Answer = Result<Pick<Accepted, 'id' | 'status'>>;

/** By the API's own route, which reads 25 MB without holding anybody up; two presses on one form are one message. */
export function useSend(): (values: ComposeForm) => Promise<Answer> {
  const once = useRef<SendOnce<ComposeForm, Answer>>(null);
  once.current ??= new SendOnce(post, newKey);
  return (values) => once.current!.send(values);
}

async function post(values: ComposeForm, key: string): Promise<Answer> {
  const message = await toMessageInput(values, readAsBase64);
  return asResult(apiPost('messages', message, { 'idempotency-key': key }));
}
