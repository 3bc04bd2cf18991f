'use client';

import { Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconUserCheck } from '@tabler/icons-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { Notice } from '@/components/table/notice';
import { alertPath } from '@/lib/alerts/alert-path';
import type { AlertRuleView, AlertView } from '@/lib/alerts/schema';
import { acknowledgeAlertAction } from './actions';
import { MuteMenu } from './mute-menu';
import { SeverityBadge } from './severity-badge';

/** What, since when, who must act, and the button that leads there. */
export function AlertCard({ alert, rule }: { alert: AlertView; rule: AlertRuleView | null }) {
  const t = useTranslations('alerts');
  const { id, kind, severity, title, todo, values, firedAt, company, acknowledgedBy, mailProblem } = alert;
  const locked = useLocked('alerts.write', alert);
  const acknowledge = useAction(acknowledgeAlertAction, {
    invalidates: ['alerts'],
    success: t('acknowledge.done'),
  });
  return (
    <SectionCard title={title} actions={<SeverityBadge severity={severity} />}>
      <Text size="sm">{todo}</Text>
      <Text size="sm" c="dimmed" mt={4}>
        {t.rich('since', { time: () => <Time value={firedAt} /> })}
        {company && ` · ${company}`}
        {acknowledgedBy && ` · ${t('acknowledge.by', { name: acknowledgedBy })}`}
      </Text>
      {mailProblem && (
        <Notice tone="warn" mt="sm" icon={<IconAlertTriangle aria-hidden />}>
          {t(`mailProblem.${mailProblem}`)}
        </Notice>
      )}
      <Group mt="md" gap="xs">
        <Button component={Link} href={alertPath(kind, values)}>
          {t(`kinds.${kind}.button`)}
        </Button>
        {!acknowledgedBy && (
          <ReasonedButton
            variant="default"
            leftSection={<IconUserCheck size={16} aria-hidden />}
            aria-label={t('acknowledge.one', { title })}
            loading={acknowledge.pending}
            disabledReason={locked}
            onClick={() => void acknowledge.run({ id })}
          >
            {t('acknowledge.button')}
          </ReasonedButton>
        )}
        {rule && <MuteMenu rule={rule} />}
      </Group>
    </SectionCard>
  );
}
