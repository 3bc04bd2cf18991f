'use client';

import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '@/components/layout/api';
import { pollEvery } from '@/components/layout/poll-every';

export type Worker = { id: string; host: string; pid: number; beatAt: string; alive: boolean };

const REFRESH_MS = 5_000;

export function useWorkers() {
  return useQuery({ ...apiQuery('workers'), refetchInterval: pollEvery(REFRESH_MS) });
}
