'use client';

import { Anchor, List, Stack, Text } from '@mantine/core';
import { IconHandStop, IconKeyOff, IconWorldOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { CopyableText } from '@/components/layout/copyable-text';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { Notice } from '@/components/table/notice';
import { QueryState } from '@/components/table/query-state';
import type { ReportsView } from '@/lib/inbound/report-schema';
import { paths } from '@/lib/paths';
import type { DetailProps } from './detail-props';
import { ReportChecks } from './report-checks';
import { SetUpReports } from './set-up-reports';

/** Somebody sets it up in another window meanwhile. */
const REFRESH_MS = 10_000;

/** Whether what the provider tells of messages arrives here; what is missing is said first. */
export function ProviderReports({ provider }: DetailProps) {
  const t = useTranslations('providers.reports');
  const query = useQuery({
    ...apiQuery('providers/[id]/reports', { id: provider.id }),
    refetchInterval: REFRESH_MS,
  });
  if (query.data?.url === null) return null;
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      <QueryState query={query}>
        {(reports) => (
          <Stack gap="sm">
            <Standing reports={reports} provider={provider} />
            {!reports.isPublic && (
              <Notice tone="warn" icon={<IconWorldOff aria-hidden />} title={t('titles.notPublic')}>
                {t('notPublic')}
              </Notice>
            )}
            {reports.byApi && <SetUpReports provider={provider} reports={reports} />}
            {reports.byApi && <ReportChecks provider={provider} />}
            <CopyableText label={t('url')} text={reports.url!} />
            <div>
              <Text size="sm" fw={550} mb={4}>
                {t(reports.byApi ? 'setUp.byHand' : 'howTo')}
              </Text>
              <List type="ordered" size="sm">
                {(['where', 'what', 'proof'] as const).map((step) => (
                  <List.Item key={step}>{t(`steps.${provider.kind as 'ses'}.${step}`)}</List.Item>
                ))}
              </List>
            </div>
          </Stack>
        )}
      </QueryState>
    </SectionCard>
  );
}

type StandingProps = DetailProps & { reports: ReportsView };

/** The first thing that keeps reports away; when they came last, where nothing does. */
function Standing({ reports, provider }: StandingProps) {
  const t = useTranslations('providers.reports');
  const { proof, isPublic, lastReceivedAt, lastRefused, lastUnread, received } = reports;
  const time = (value: string) => () => <Time value={value} />;
  const isRefusedSince = lastRefused && (!lastReceivedAt || lastRefused.at > lastReceivedAt);
  if (!proof?.set)
    return (
      <Notice tone="warn" icon={<IconKeyOff aria-hidden />} title={t('titles.noProof')}>
        {t.rich('noProof', {
          field: t(`proofs.${(proof?.name ?? 'webhookToken') as 'webhookToken'}`),
          link: (text) => (
            <Anchor
              component={Link}
              href={paths.provider(provider.id, { tab: 'settings' })}
              inherit
              underline="always"
            >
              {text}
            </Anchor>
          ),
        })}
      </Notice>
    );
  if (isRefusedSince)
    return (
      <Notice tone="bad" icon={<IconHandStop aria-hidden />} title={t('titles.refused')}>
        {t.rich('refused', { time: time(lastRefused.at), reason: lastRefused.reason })}
      </Notice>
    );
  if (!lastReceivedAt) return <Text size="sm">{t(isPublic ? 'none' : 'noneYet')}</Text>;
  return (
    <Text size="sm">
      {t.rich('last', { time: time(lastReceivedAt), count: received })}
      {lastUnread && (
        <Text size="sm" c="dimmed" component="span" display="block">
          {t.rich('unread', { time: time(lastUnread.at), error: lastUnread.error })}
        </Text>
      )}
    </Text>
  );
}
