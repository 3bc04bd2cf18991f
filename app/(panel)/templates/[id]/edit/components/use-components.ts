'use client';

import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '@/components/layout/api';
import { COMPONENT } from '@/lib/templates/categories';
import type { TemplateRow } from '@/lib/templates/view-schema';

/** The components that there are, and what each is called. */
export function useComponents() {
  const { data } = useQuery(apiQuery('templates', { category: COMPONENT }));
  const all: TemplateRow[] = data?.data ?? [];
  return { all, titleOf: (key: string) => all.find((one) => one.key === key)?.title ?? key };
}
