'use client';

import { Code, Group, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { Spark } from '@/components/chart/spark';
import { SectionCard } from '@/components/layout/section-card';
import { Figures } from '@/components/table/figures';
import { RowList } from '@/components/table/row-list';
import type { TokenDetail } from '@/lib/tokens/schema';

const DAY_MS = 86_400_000;
const DAYS = 30;
const SHOWN = 8;

/** What it did in the last thirty days: requests and refusals per day, and which routes. */
export function TokenUse({ token }: { token: TokenDetail }) {
  const t = useTranslations('tokens.use');
  const { number } = useFormatter();
  const perDay = everyDay(token.days, Date.now());
  const sum = (name: 'requests' | 'refused') => token.days.reduce((total, day) => total + day[name], 0);
  const figure = (id: 'requests' | 'refused') => ({
    id,
    name: t(id),
    value: number(sum(id)),
    chart: (
      <Spark as="bars" tone={id === 'refused' ? 'bad' : undefined} values={perDay.map((day) => day[id])} />
    ),
  });
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      <Figures label={t('title')} figures={[figure('requests'), figure('refused')]} />
      {token.routes.length > 0 && (
        <RowList>
          {token.routes.slice(0, SHOWN).map(({ route, status, requests }) => (
            <li key={`${route} ${status}`}>
              <Group justify="space-between" wrap="nowrap" gap="sm">
                <Text size="sm" ff="monospace" style={{ overflowWrap: 'anywhere' }}>
                  {route}
                </Text>
                <Group gap="xs" wrap="nowrap">
                  <Code>{status}</Code>
                  <Text size="sm">{number(requests)}</Text>
                </Group>
              </Group>
            </li>
          ))}
        </RowList>
      )}
    </SectionCard>
  );
}

/** Days of UTC, as they are counted; none is left out. */
function everyDay(days: TokenDetail['days'], now: number) {
  const known = new Map(days.map((day) => [day.day, day]));
  return Array.from({ length: DAYS }, (_, index) => {
    const day = new Date(now - (DAYS - 1 - index) * DAY_MS).toISOString().slice(0, 10);
    return known.get(day) ?? { day, requests: 0, refused: 0 };
  });
}
