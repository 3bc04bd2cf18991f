import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '@/components/layout/api';

/** "Lately", in minutes: as far back as the circuit breaker looks. Null: not known yet. */
export function useLately(): number | null {
  const { data } = useQuery(apiQuery('settings'));
  return data?.delivery.breaker.windowMinutes ?? null;
}
