'use client';

import { useQuery } from '@tanstack/react-query';
import type { CompanyView } from '@/lib/companies/schema';
import { apiQuery } from './api';

/** None, while it is not known and where there are none: whoever has no company sees nothing of companies. */
export function useCompanies(): CompanyView[] {
  const { data } = useQuery({ ...apiQuery('companies'), staleTime: 60_000 });
  return data?.data ?? [];
}
