'use client';

import { Anchor, Group, Loader, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { apiQuery } from '@/components/layout/api';
import { QueryState } from '@/components/table/query-state';
import type { MessageDetail } from '@/lib/messages/view-schema';
import { paths } from '@/lib/paths';
import { isMoving, refreshMs } from '../../messages/in-progress';
import { StatusBadge } from '../../messages/status-badge';
import { useOutcomeSentence } from '../../messages/use-outcome-sentence';

type Props = { id: string; children?: (message: MessageDetail) => ReactNode };

/** What became of a test message so far: asked again until it is decided. */
export function MessageOutcome({ id, children }: Props) {
  const t = useTranslations('messages.compose');
  const sentence = useOutcomeSentence();
  const query = useQuery({
    ...apiQuery('messages/[id]', { id }),
    refetchInterval: ({ state }) => refreshMs(state.data?.status),
  });
  return (
    <QueryState query={query}>
      {(message) => (
        <>
          <Group gap="sm" mt="sm" role="status">
            {isMoving(message.status) && <Loader size="xs" aria-hidden />}
            <StatusBadge message={message} />
            <Text size="sm" flex="1 1 200px">
              {sentence(message)}
            </Text>
            <Anchor component={Link} href={paths.message(id)} size="sm">
              {t('open')}
            </Anchor>
            {message.status === 'captured' && (
              <Anchor component={Link} href={paths.sandbox()} size="sm">
                {t('inbox')}
              </Anchor>
            )}
          </Group>
          {children?.(message)}
        </>
      )}
    </QueryState>
  );
}
