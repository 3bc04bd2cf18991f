'use client';

import { Anchor, Card, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { Time } from '@/components/layout/time';
import { QueryState } from '@/components/table/query-state';
import type { MessageRow } from '@/lib/messages/view-schema';
import type { ProviderView } from '@/lib/providers/schema';
import { MessageSubject } from '../../messages/message-subject';
import { StatusBadge } from '../../messages/status-badge';
import classes from './rows.module.css';

const SHOWN = 6;

/** What went through this provider last. */
export function RecentMessages({ provider }: { provider: ProviderView }) {
  const t = useTranslations('providers.recent');
  const query = useQuery(apiQuery<{ data: MessageRow[] }>(`messages?provider=${provider.id}&limit=${SHOWN}`));
  return (
    <Card component="section" aria-labelledby="recent">
      <Group justify="space-between">
        <Title order={2} id="recent">
          {t('title')}
        </Title>
        <Anchor component={Link} size="sm" href={`/messages?provider=${encodeURIComponent(provider.name)}`}>
          {t('all')}
        </Anchor>
      </Group>
      <QueryState query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <Text size="sm" c="dimmed" mt="xs">
              {t('none')}
            </Text>
          ) : (
            <ul className={classes.rows}>
              {data.map((message) => (
                <li key={message.id} className={classes.row}>
                  <Group justify="space-between" wrap="nowrap" gap="sm">
                    <Anchor
                      component={Link}
                      href={`/messages/${message.id}`}
                      className={classes.name}
                      truncate
                    >
                      <MessageSubject message={message} />
                    </Anchor>
                    <StatusBadge status={message.status} />
                  </Group>
                  <Text size="xs" c="dimmed" truncate>
                    {message.to.join(', ')} · <Time value={message.acceptedAt} />
                  </Text>
                </li>
              ))}
            </ul>
          )
        }
      </QueryState>
    </Card>
  );
}
