'use client';

import { Anchor, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { QueryState } from '@/components/table/query-state';
import { RowList } from '@/components/table/row-list';
import { paths } from '@/lib/paths';
import type { ProviderView } from '@/lib/providers/schema';
import { MessageSubject } from '../../messages/message-subject';
import { StatusBadge } from '../../messages/status-badge';
import classes from './rows.module.css';

const SHOWN = 6;

/** What went through this provider last. */
export function RecentMessages({ provider }: { provider: ProviderView }) {
  const t = useTranslations('providers.recent');
  const query = useQuery(apiQuery('messages', { provider: provider.id, limit: SHOWN }));
  return (
    <SectionCard
      title={t('title')}
      actions={
        <Anchor component={Link} size="sm" href={paths.messages({ provider: provider.name })}>
          {t('all')}
        </Anchor>
      }
    >
      <QueryState query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('none')}
            </Text>
          ) : (
            <RowList>
              {data.map((message) => (
                <li key={message.id}>
                  <Group justify="space-between" wrap="nowrap" gap="sm">
                    <Anchor
                      component={Link}
                      href={paths.message(message.id)}
                      className={classes.name}
                      truncate
                    >
                      <MessageSubject message={message} />
                    </Anchor>
                    <StatusBadge message={message} />
                  </Group>
                  <Text size="xs" c="dimmed" truncate>
                    {message.to.join(', ')} · <Time value={message.acceptedAt} />
                  </Text>
                </li>
              ))}
            </RowList>
          )
        }
      </QueryState>
    </SectionCard>
  );
}
