'use client';

import { ApiProblem, apiPost } from '@/components/layout/api';
import type { Result } from '@/components/layout/use-action';
import type { QueueTestView } from '@/lib/checks/schema';
import type { TestView } from '@/lib/providers/schema';
import { testQueueAction } from '../../queue/actions';
import { testProviderAction } from '../actions';

/** Tests one provider beside others; `failed` when no test took place. */
export function testBeside(id: string): Promise<TestView | 'failed'> {
  return beside(`providers/${id}/test`, () => testProviderAction({ id }));
}

/** The same with the queue. */
export function testQueueBeside(): Promise<QueueTestView | 'failed'> {
  return beside('queue/test', () => testQueueAction({}));
}

async function beside<T>(path: string, byAction: () => Promise<Result<T>>): Promise<T | 'failed'> {
  try {
    return await apiPost<T>(path, {});
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    // Without HTTPS a browser does not say where a request comes from, and the API refuses it: then one after the other.
    if (error.status !== 403) return 'failed';
    const answer = await byAction();
    return answer.ok ? answer.data : 'failed';
  }
}
