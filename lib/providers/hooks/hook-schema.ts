import type { RegisteredHook } from '@/lib/providers/hook-api';
import type { ServiceProblem } from '@/lib/providers/service-failure';

/** What came of having a service told to post here. `failed`: what was there is as it was, or is finished the next time. */
export type HookSetUpView = {
  state: 'done' | 'failed';
  did: RegisteredHook['did'] | null;
  /** By the service's names. */
  added: string[];
  /** Settings and secrets that were stored here, by name. */
  stored: string[];
  problem: ServiceProblem | null;
  /** The service's own words. */
  detail: string | null;
};
