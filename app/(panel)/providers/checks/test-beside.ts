'use client';

import { ApiProblem, apiPost } from '@/components/layout/api';
import type { TestView } from '@/lib/providers/schema';
import { testProviderAction } from '../actions';

/** Tests one provider beside others; `failed` when no test took place. */
export async function testBeside(id: string): Promise<TestView | 'failed'> {
  try {
    return await apiPost<TestView>(`providers/${id}/test`, {});
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    // Without HTTPS a browser does not say where a request comes from, and the API refuses it: then one after the other.
    return error.status === 403 ? byAction(id) : 'failed';
  }
}

async function byAction(id: string): Promise<TestView | 'failed'> {
  const answer = await testProviderAction({ id });
  return answer.ok ? answer.data : 'failed';
}
