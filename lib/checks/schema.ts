import { z } from 'zod';
import type { TestView } from '@/lib/providers/schema';

/** Nothing to choose: `POST /api/v1/queue/test`. */
export const QueueTestInput = z.strictObject({});

/**
 * Like the test of a provider; its steps are `enqueue`, `claim` and `capture`. Cause `no_sandbox`: it was not run, which says nothing of
 * the queue. Others: `no_worker`, `paused`, `not_claimed`, `not_captured`.
 */
export type QueueTestView = TestView & {
  /** The test message, at rest in the sandbox's inbox; null: none was made. */
  messageId: string | null;
};
