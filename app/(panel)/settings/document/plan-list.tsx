'use client';

import { List } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Notice } from '@/components/table/notice';
import type { Plan } from './use-document';

/** How much would change, then each thing. */
export function PlanList({ plan: { dryRun, lines } }: { plan: Plan }) {
  const t = useTranslations('configuration.import');
  const [head, ...steps] = lines;
  return (
    <Notice tone={dryRun ? 'quiet' : 'good'} title={dryRun ? t('plan') : t('done')} role="status">
      {head}
      {steps.length > 0 && (
        <List
          size="sm"
          mt="xs"
          mah={320}
          style={{ overflowY: 'auto', overflowWrap: 'anywhere' }}
          tabIndex={0}
        >
          {steps.map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
      )}
    </Notice>
  );
}
