'use client';

import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconPlayerPause } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { Notice } from '@/components/table/notice';
import { StateBadge } from '@/components/table/state-badge';
import type { ReportView } from '@/lib/reports/schema';
import { hourText } from './hour-text';
import { ReportActions } from './report-actions';

type Props = { report: ReportView; onEdit: () => void };

export function ReportCard({ report, onEdit }: Props) {
  const t = useTranslations('reports');
  const format = useFormatter();
  const { name, frequency, hour, timeZone: zone, language, recipients, company, problem } = report;
  const { nextAt, lastSentAt } = report;
  return (
    <SectionCard title={name} actions={<State report={report} />}>
      <Text size="sm">
        {t(`rhythm.${frequency}`, { hour: hourText(hour), zone })}
        {company && ` · ${company}`}
      </Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t('to', {
          list: format.list(recipients, { type: 'conjunction' }),
          language: t(`languages.${language}`),
        })}
      </Text>
      <Text size="sm" c="dimmed">
        {lastSentAt ? t.rich('last', { time: () => <Time value={lastSentAt} /> }) : t('never')}
        {nextAt && !problem && (
          <>
            {' · '}
            {t.rich('next', { time: () => <Time value={nextAt} /> })}
          </>
        )}
      </Text>
      {problem && (
        <Notice
          tone="bad"
          mt="sm"
          icon={<IconAlertTriangle aria-hidden />}
          title={t(`problems.${problem}.what`)}
        >
          <Text size="sm">{t(`problems.${problem}.fix`)}</Text>
        </Notice>
      )}
      <Group mt="md" gap="xs">
        <ReportActions report={report} onEdit={onEdit} />
      </Group>
    </SectionCard>
  );
}

function State({ report: { active, problem } }: { report: ReportView }) {
  const t = useTranslations('reports.state');
  if (!active)
    return (
      <StateBadge tone="quiet" icon={IconPlayerPause}>
        {t('paused')}
      </StateBadge>
    );
  return problem ? (
    <StateBadge tone="bad" icon={IconCircleX}>
      {t('problem')}
    </StateBadge>
  ) : (
    <StateBadge tone="good" icon={IconCircleCheck}>
      {t('on')}
    </StateBadge>
  );
}
