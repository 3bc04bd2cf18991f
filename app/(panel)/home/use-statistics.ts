'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { apiGet, apiQuery } from '@/components/layout/api';
import { pollEvery } from '@/components/layout/poll-every';
import { STATUS, STATUS_POLL_MS } from '@/components/layout/status';

/**
 * All that the home page shows, in one answer, so that its parts never contradict each other; the strip above lives on it too. One
 * request every five seconds, none while the page is hidden.
 */
export function useStatistics() {
  const client = useQueryClient();
  return useQuery({
    ...apiQuery('statistics'),
    queryFn: async () => {
      try {
        const answer = await apiGet('statistics');
        client.setQueryData(STATUS.queryKey, answer.status);
        return answer;
      } catch (error) {
        // The strip says for itself that nobody answers.
        void client.invalidateQueries({ queryKey: STATUS.queryKey });
        throw error;
      }
    },
    refetchInterval: pollEvery(STATUS_POLL_MS),
  });
}
