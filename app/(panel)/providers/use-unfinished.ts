'use client';

import { useQuery } from '@tanstack/react-query';
import { nounKey } from '@/components/layout/noun-key';
import type { ProviderView } from '@/lib/providers/schema';
import { listUnfinishedAction } from './actions';

/** Whether somebody began to add this provider and has not finished, and whether it was oneself. */
export function useUnfinished({ id, active }: Pick<ProviderView, 'id' | 'active'>): 'mine' | 'others' | null {
  const { data } = useQuery({
    queryKey: [...nounKey('providers'), 'unfinished'],
    queryFn: async () => {
      const answer = await listUnfinishedAction({});
      return answer.ok ? answer.data.data : [];
    },
    enabled: !active,
    staleTime: 0,
  });
  const found = active ? undefined : data?.find((each) => each.id === id);
  if (!found) return null;
  return found.mine ? 'mine' : 'others';
}
