'use client';

import { useQuery } from '@tanstack/react-query';
import { paths } from '@/lib/paths';
import { apiQuery } from './api';

export type SystemStatus = {
  flow: 'flowing' | 'degraded' | 'sandbox' | 'stopped';
  reasons: string[];
  waiting: number;
  scheduled: number;
  retrying: number;
  parked: number;
  failedToday: number;
  sentToday: number;
  capturedToday: number;
  oldestWaitingSeconds: number | null;
};

const POLL_MS = 5_000;

/** What the strip and the home page show; both share one poll. */
export function useStatus() {
  return useQuery({ ...apiQuery('status'), refetchInterval: POLL_MS });
}

/** Where each reason is dealt with. */
export const REMEDIES: Record<string, { href: string; action: string }> = {
  no_provider: { href: paths.providers(), action: 'openProviders' },
  only_sandbox: { href: paths.newProvider(), action: 'addProvider' },
  misconfigured: { href: paths.providers(), action: 'openProviders' },
  no_worker: { href: paths.workers(), action: 'openWorkers' },
  paused: { href: paths.queue(), action: 'openQueue' },
  parked: { href: paths.messages({ status: 'parked' }), action: 'showParked' },
  retrying: { href: paths.messages({ status: 'retrying' }), action: 'showRetrying' },
  queue_old: { href: paths.queue(), action: 'openQueue' },
};
