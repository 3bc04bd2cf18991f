'use client';

import { Button, Stack, Title } from '@mantine/core';
import { IconCircleCheck, IconEye } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { PageHeader } from '@/components/layout/page-header';
import { pollEvery } from '@/components/layout/poll-every';
import { EmptyState } from '@/components/table/empty-state';
import { QueryState } from '@/components/table/query-state';
import { paths } from '@/lib/paths';
import { AlertCard } from './alert-card';
import { OPEN_ALERTS, OPEN_ALERTS_POLL_MS } from './open-alerts';
import { PastAlerts } from './past-alerts';

/** What is wrong now, each with where it is mended, and below it what was. */
export function AlertsScreen() {
  const t = useTranslations('alerts');
  const open = useQuery({ ...OPEN_ALERTS, refetchInterval: pollEvery(OPEN_ALERTS_POLL_MS) });
  const rules = useQuery(apiQuery('alert-rules'));
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <Button
            component={Link}
            href={paths.monitoring()}
            variant="default"
            leftSection={<IconEye size={16} aria-hidden />}
          >
            {t('rules.link')}
          </Button>
        }
      />
      <Stack gap="xl">
        <QueryState query={open}>
          {({ data }) =>
            data.length === 0 ? (
              <EmptyState icon={<IconCircleCheck size={22} aria-hidden />} title={t('empty.title')}>
                {t('empty.body')}
              </EmptyState>
            ) : (
              <Stack>
                {data.map((alert) => (
                  <AlertCard
                    key={alert.id}
                    alert={alert}
                    rule={rules.data?.data.find(({ id }) => id === alert.ruleId) ?? null}
                  />
                ))}
              </Stack>
            )
          }
        </QueryState>
        <section aria-labelledby="past">
          <Title order={2} id="past" mb="sm">
            {t('past')}
          </Title>
          <PastAlerts />
        </section>
      </Stack>
    </>
  );
}
