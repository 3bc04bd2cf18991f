import type { Misconfigured } from '@/lib/providers/health/health-schema';

export type SystemStatus = {
  /** `sandbox`: there is no provider that sends, so all is kept in sandboxes and nobody receives it. */
  flow: 'flowing' | 'degraded' | 'sandbox' | 'stopped';
  reasons: (
    | 'no_provider'
    /** Each of them has stopped by itself after failures in a row, and nothing has got through since. */
    | 'all_failing'
    | 'only_sandbox'
    /** Nobody outside of a list gets anything. */
    | 'development'
    | 'no_worker'
    /** Nothing is accepted: a disk is nearly full. What was accepted goes out. */
    | 'no_space'
    | 'misconfigured'
    /** All of them. */
    | 'all_paused'
    | 'paused'
    | 'parked'
    | 'retrying'
    | 'queue_old'
  )[];
  /** Which providers are passed over, and why. */
  misconfigured: Misconfigured[];
  /** Accepted and not sent yet, though nothing keeps them from it. */
  waiting: number;
  /** Wait for a time that somebody asked for. */
  scheduled: number;
  retrying: number;
  parked: number;
  failedToday: number;
  sentToday: number;
  /** Whether any message went out so far: before that nobody can say that mail is flowing. */
  everSent: boolean;
  /** Kept in a sandbox: nobody received it. */
  capturedToday: number;
  /** How long the oldest could have gone, in any state; null: nothing is due. */
  oldestWaitingSeconds: number | null;
  /** That are open; the page of alerts tells of them. */
  alerts: { open: number; critical: number };
};
