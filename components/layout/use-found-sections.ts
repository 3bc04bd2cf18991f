'use client';

import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import type { FoundSection } from './guide-index';

const TYPING_MS = 150;
const SHORTEST = 2;
const NONE: FoundSection[] = [];

/** Places in the guides; they and what searches them come with the first letters typed. */
export function useFoundSections(
  typed: string,
  limit: number,
): { found: FoundSection[]; isPending: boolean } {
  const language = useLocale();
  const [query] = useDebouncedValue(typed.trim(), TYPING_MS);
  const isAsked = typed.trim().length >= SHORTEST;
  const { data: index, isPending } = useQuery({
    queryKey: ['guides', language],
    queryFn: async () => (await import('./guide-index')).loadGuideIndex(language),
    enabled: isAsked,
    // It changes with the program alone.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const found = useMemo(
    () => (index && isAsked ? index.search(query, limit) : NONE),
    [index, isAsked, query, limit],
  );
  return { found, isPending: isAsked && (isPending || query !== typed.trim()) };
}
