'use client';

import { Anchor, Loader, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { SectionCard } from '@/components/layout/section-card';
import { Notice } from '@/components/table/notice';
import { paths } from '@/lib/paths';
import type { TokenDetail } from '@/lib/tokens/schema';

const LOOK_MS = 3_000;

/** Turns green when the first message comes in with the token; or says what came instead. */
export function FirstMessage({ id }: { id: string }) {
  const t = useTranslations('connect.first');
  const { data } = useQuery({
    ...apiQuery('tokens/[id]', { id }),
    refetchInterval: ({ state }) => (state.data && stateOf(state.data) === 'came' ? false : LOOK_MS),
  });
  const state = data ? stateOf(data) : 'waiting';
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      <div role="status">
        {state === 'came' && (
          <Notice tone="good" icon={<IconCheck aria-hidden />}>
            {t.rich('came', {
              messages: (chunks) => (
                <Anchor component={Link} href={paths.messages()} size="sm" underline="always">
                  {chunks}
                </Anchor>
              ),
            })}
          </Notice>
        )}
        {state === 'refused' && (
          <Notice tone="bad" icon={<IconX aria-hidden />}>
            {t(`refused.${reasonOf(data!)}`)}
          </Notice>
        )}
        {state === 'waiting' && (
          <Text size="sm" c="dimmed">
            <Loader size={14} mr="xs" aria-hidden />
            {t(data?.lastUsedAt ? 'signedIn' : 'waiting')}
          </Text>
        )}
      </div>
    </SectionCard>
  );
}

const isYes = (status: number) => status < 300;

function stateOf({ routes }: TokenDetail): 'came' | 'refused' | 'waiting' {
  if (routes.some(({ status }) => isYes(status))) return 'came';
  return routes.length > 0 ? 'refused' : 'waiting';
}

/** Replies of SMTP and HTTP say the same by other numbers. */
function reasonOf({ routes }: TokenDetail): 'sender' | 'limit' | 'later' | 'message' {
  const statuses = routes.map(({ status }) => status);
  if (statuses.some((status) => status === 403 || status === 550)) return 'sender';
  if (statuses.includes(429)) return 'limit';
  if (statuses.some((status) => status >= 500 && status < 550) || statuses.includes(451)) return 'later';
  return 'message';
}
