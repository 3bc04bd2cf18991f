'use client';

import { Button, Text } from '@mantine/core';
import { IconDice3 } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { SectionCard } from '@/components/layout/section-card';
import { CandidateTable } from './candidate-table';
import { decide, type Scenario } from './lab';
import { Shares } from './shares';

/** The same function as in the worker, run in the browser at every change. */
export function Decision({ scenario }: { scenario: Scenario }) {
  const t = useTranslations('routing.decision');
  const [draw, setDraw] = useState(1);
  const { state, message, supposed } = scenario;
  const candidates = useMemo(
    () => decide({ state, message, supposed }, `draw ${draw}`),
    [state, message, supposed, draw],
  );
  const [first] = candidates;
  return (
    <SectionCard
      title={t('title')}
      actions={
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconDice3 size={14} aria-hidden />}
          onClick={() => setDraw(draw + 1)}
        >
          {t('again')}
        </Button>
      }
    >
      <Text size="sm" mb="sm" aria-live="polite">
        {first?.rank === 1 ? t('goes', { provider: first.provider }) : t('waits')}
      </Text>
      <CandidateTable label={t('title')} candidates={candidates} at={state.at.toISOString()} />
      <Shares scenario={scenario} />
    </SectionCard>
  );
}
