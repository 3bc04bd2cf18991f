'use client';

import { Box, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Time } from '@/components/layout/time';
import { StateBadge } from '@/components/table/state-badge';
import { PERSON_STATES, type Row, stateOf } from './person-state';

export function PersonBadge({ row }: { row: Row }) {
  const t = useTranslations('people.states');
  const state = stateOf(row);
  const { tone, icon } = PERSON_STATES[state];
  return (
    <Box component="span" display="inline-block">
      <StateBadge tone={tone} icon={icon}>
        {t(state)}
      </StateBadge>
      {state === 'invited' && 'invitation' in row && (
        <Text span display="block" size="xs" c="dimmed">
          {t.rich('until', { time: () => <Time value={row.invitation.expiresAt} /> })}
        </Text>
      )}
    </Box>
  );
}
