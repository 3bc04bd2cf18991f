'use client';

import { useConfirm } from '@/components/layout/confirm';
import type { Question } from '@/components/layout/question';
import { useAction } from '@/components/layout/use-action';
import type { Priority } from '@/lib/queue/priority';
import { pausePrioritiesAction } from './actions';

/** Pausing asks first, since mail stops; resuming never does. */
export function usePause(success: string) {
  const confirm = useConfirm();
  const { run, pending } = useAction(pausePrioritiesAction, {
    invalidates: ['queue', 'status', 'statistics', 'settings'],
    success,
  });
  const pause = async (priorities: Priority[], question: Question) => {
    if (await confirm(question)) await run({ priorities, paused: true });
  };
  const resume = (priorities: Priority[]) => run({ priorities, paused: false });
  return { pause, resume, pending };
}
