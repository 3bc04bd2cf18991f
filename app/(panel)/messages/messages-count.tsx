'use client';

import { Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { pollEvery } from '@/components/layout/poll-every';
import type { MessageCount } from '@/lib/messages/count';

const REFRESH_MS = 30_000;

export function useMessageCount(match: Record<string, string>) {
  return useQuery({
    ...apiQuery('messages/count', match),
    refetchInterval: pollEvery(REFRESH_MS),
    placeholderData: keepPreviousData,
  });
}

/** "128 messages", or that there are more than one would count. */
export function MessagesCount({ counted }: { counted: MessageCount | undefined }) {
  const t = useTranslations('messages.count');
  const count = { count: counted?.count ?? 0 };
  const text = counted && (counted.exact ? t('exact', count) : count.count > 0 ? t('more', count) : null);
  return (
    <Text role="status" size="sm" c="dimmed" className="tabular">
      {text}
    </Text>
  );
}
