import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '@/components/layout/api';
import type { Points } from '@/lib/metrics/schema';

/** A month of figures changes little in a minute. */
const REFRESH_MS = 60_000;

/** The figures of the last 30 days of every provider, in one answer: the period, and each one's points by its id. */
export function useByProvider() {
  const { data } = useQuery({ ...apiQuery('metrics/providers'), refetchInterval: REFRESH_MS });
  if (!data) return null;
  const { data: all, ...period } = data;
  const points = new Map<string | undefined, Points>(all.map((each) => [each.provider?.id, each]));
  return { period, of: (id: string): Points | undefined => points.get(id) };
}
