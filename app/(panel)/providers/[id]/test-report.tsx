'use client';

import { Code, Group, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconCircleCheck, IconCircleX, IconX } from '@tabler/icons-react';
import { useLocale, useTranslations } from 'next-intl';
import { useMode } from '@/components/layout/mode';
import { formatDuration } from '@/components/layout/quantities';
import { Notice } from '@/components/table/notice';
import { PlainText } from '@/components/table/plain-text';
import type { TestView } from '@/lib/providers/schema';
import classes from './test-report.module.css';

/** What a test found: plain words and the fix for everyone; details and the conversation for a technician. */
export function TestReport({ report }: { report: TestView }) {
  const t = useTranslations('providers.test');
  const { technical } = useMode();
  const locale = useLocale();
  return (
    <Stack gap="sm">
      <Notice
        tone={report.ok ? 'good' : 'bad'}
        icon={report.ok ? <IconCircleCheck aria-hidden /> : <IconCircleX aria-hidden />}
        title={report.ok ? t('ok') : t('notOk')}
      >
        {report.summary}
      </Notice>
      <ol className={classes.steps} aria-label={t('steps')}>
        {report.steps.map((step) => (
          <li key={step.name} className={classes.step} data-ok={step.ok}>
            {step.ok ? <IconCheck size={15} aria-hidden /> : <IconX size={15} aria-hidden />}
            <div className={classes.what}>
              <Group justify="space-between" wrap="nowrap" gap="xs">
                <Text size="sm">
                  {t.has(`step.${step.name}`) ? t(`step.${step.name}`) : step.name}
                  <VisuallyHidden component="span">: {t(step.ok ? 'passed' : 'failed')}</VisuallyHidden>
                </Text>
                <Text size="xs" c="dimmed" className="tabular">
                  {formatDuration(step.ms, locale)}
                </Text>
              </Group>
              {technical && step.detail && (
                <Text size="xs" c="dimmed" ff="monospace" className={classes.detail}>
                  {step.detail}
                </Text>
              )}
            </div>
          </li>
        ))}
      </ol>
      {technical && report.cause && (
        <Text size="xs" c="dimmed">
          {t('cause')} <Code>{report.cause}</Code>
        </Text>
      )}
      {technical && report.transcript && (
        <details open>
          <summary className={classes.summary}>{t('transcript')}</summary>
          <PlainText label={t('transcript')}>{report.transcript}</PlainText>
        </details>
      )}
    </Stack>
  );
}
