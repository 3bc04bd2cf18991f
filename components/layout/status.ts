'use client';

import { useQuery } from '@tanstack/react-query';
import { usePathname } from 'next/navigation';
import { paths } from '@/lib/paths';
import { apiQuery } from './api';
import { pollEvery } from './poll-every';

export const STATUS = apiQuery('status');
export const STATUS_POLL_MS = 5_000;

/** What the strip shows, on every page. The home page asks for more at once, and hands its status on. */
export function useStatus() {
  const atHome = usePathname() === paths.home();
  return useQuery({ ...STATUS, refetchInterval: atHome ? false : pollEvery(STATUS_POLL_MS) });
}

/** Where each reason is dealt with. */
export const REMEDIES: Record<string, { href: string; action: string }> = {
  no_provider: { href: paths.providers(), action: 'openProviders' },
  all_failing: { href: paths.providers(), action: 'openProviders' },
  only_sandbox: { href: paths.newProvider(), action: 'addProvider' },
  development: { href: paths.settings({ tab: 'delivery' }), action: 'openDevelopment' },
  misconfigured: { href: paths.providers(), action: 'openProviders' },
  no_worker: { href: paths.workers(), action: 'openWorkers' },
  no_space: {
    href: paths.settings({ tab: 'delivery', field: 'delivery.retention.days' }),
    action: 'openRetention',
  },
  all_paused: { href: paths.queue(), action: 'openQueue' },
  paused: { href: paths.queue(), action: 'openQueue' },
  parked: { href: paths.messages({ status: 'parked' }), action: 'showParked' },
  retrying: { href: paths.messages({ status: 'retrying' }), action: 'showRetrying' },
  queue_old: { href: paths.queue(), action: 'openQueue' },
};
