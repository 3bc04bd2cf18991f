'use client';

import { Button, Card, Group, Text, Title } from '@mantine/core';
import { IconDice3 } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
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
    <Card component="section" aria-labelledby="routing-decision">
      <Group justify="space-between" gap="xs" mb="xs">
        <Title order={2} id="routing-decision">
          {t('title')}
        </Title>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconDice3 size={14} aria-hidden />}
          onClick={() => setDraw(draw + 1)}
        >
          {t('again')}
        </Button>
      </Group>
      <Text size="sm" mb="sm" aria-live="polite">
        {first?.rank === 1 ? t('goes', { provider: first.provider }) : t('waits')}
      </Text>
      <CandidateTable label={t('title')} candidates={candidates} at={state.at.toISOString()} />
      <Shares scenario={scenario} />
    </Card>
  );
}
