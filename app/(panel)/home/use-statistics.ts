'use client';

import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '@/components/layout/api';

const POLL_MS = 5_000;

/** All that the home page shows, in one answer, so that its parts never contradict each other. */
export function useStatistics() {
  return useQuery({ ...apiQuery('statistics'), refetchInterval: POLL_MS });
}
