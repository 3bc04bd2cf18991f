'use client';

import { Group, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AskingButton } from '@/components/form/asking-button';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { SectionCard } from '@/components/layout/section-card';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import type { RuleView, RunResult } from '@/lib/rules/schema';
import { useSubjectWords } from '../../subjects/use-subject-words';
import { runRuleAction } from '../actions';

/** Who would be told now, before anybody is; then, on purpose, they are. */
export function RunCard({ rule }: { rule: RuleView }) {
  const t = useTranslations('rules.run');
  const say = useSubjectWords();
  const kind = useQuery(apiQuery('subject-kinds')).data?.data.find(({ key }) => key === rule.kind);
  const disabledReason = useLocked('rules.write', rule);
  const [result, setResult] = useState<RunResult | null>(null);
  const look = useAction(runRuleAction, { onSuccess: setResult });
  const run = useAction(runRuleAction, {
    invalidates: ['rules', 'notifications', 'messages'],
    success: ({ fired }) => t('done', { count: fired }),
    onSuccess: setResult,
  });
  const question = { title: t('title'), body: t('body'), confirmLabel: t('confirm'), keepLabel: t('keep') };
  return (
    <SectionCard title={t('heading')} lead={t('lead')}>
      <Stack gap="sm">
        <Group gap="xs">
          <ReasonedButton
            loading={look.pending}
            onClick={() => void look.run({ id: rule.id, dryRun: true })}
            disabledReason={disabledReason}
          >
            {t('look')}
          </ReasonedButton>
          <AskingButton
            question={question}
            onYes={() => run.run({ id: rule.id, dryRun: false })}
            pending={run.pending}
            disabledReason={disabledReason}
          >
            {t('now')}
          </AskingButton>
        </Group>
        <div role="status">
          {result && (
            <Text size="sm" fw={550}>
              {t(result.dryRun ? 'would' : 'told', { matched: result.matched, fired: result.fired })}
            </Text>
          )}
        </div>
        {result && result.sample.length > 0 && (
          <List size="sm">
            {result.sample.map(({ id, key, data }) => (
              <List.Item key={id} style={{ overflowWrap: 'anywhere' }}>
                {key}: {say(data, kind).join(', ')}
              </List.Item>
            ))}
          </List>
        )}
      </Stack>
    </SectionCard>
  );
}
