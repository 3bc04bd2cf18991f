'use client';

import { Anchor, Box, Group, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMode } from '@/components/layout/mode';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import type { HealthItem } from '@/lib/domains/health/schema';
import { HealthBadge } from './health-badge';

type Props = { area: HealthItem['area']; items: HealthItem[] };

/** One kind of check: each thing it looked at, how it stands and what to do. What comes from DNS is strangers' words. */
export function AreaCard({ area, items }: Props) {
  const t = useTranslations('domainHealth');
  return (
    <SectionCard title={t(`areas.${area}.title`)} lead={t(`areas.${area}.lead`)}>
      {items.map((item) => (
        <Item key={item.key} item={item} />
      ))}
    </SectionCard>
  );
}

function Item({ item: { area, subject, state, findings, value, changedAt, history } }: { item: HealthItem }) {
  const t = useTranslations('domainHealth');
  const tFindings = useTranslations('findings');
  const { technical } = useMode();
  return (
    <Box
      component="article"
      aria-label={`${t(`areas.${area}.title`)}: ${subject}`}
      py="xs"
      style={{ overflowWrap: 'anywhere' }}
    >
      <Group justify="space-between" gap="xs" wrap="nowrap" align="flex-start">
        <Text fw={600}>{subject}</Text>
        <Box flex="none">
          <HealthBadge state={state} />
        </Box>
      </Group>
      {findings.map(({ code, values, url }) => (
        <Text size="sm" key={`${code} ${values.list ?? values.term ?? values.host ?? ''}`} mt={4}>
          {tFindings.has(code as never) ? tFindings(code as never, values as never) : code}
          {url && (
            <>
              {' '}
              <Anchor href={url} target="_blank" rel="noreferrer" size="sm" underline="always">
                {t('removal', { list: String(values.list) })}
              </Anchor>
            </>
          )}
        </Text>
      ))}
      {value && (technical || findings.length === 0) && (
        <Text size="sm" c="dimmed" mt={4}>
          {t(`areas.${area}.value`, { value })}
        </Text>
      )}
      {technical && (
        <Text size="xs" c="dimmed" mt={4}>
          {t.rich('since', { time: () => <Time value={changedAt} /> })}
          {history.length > 1 && ` · ${history.map((one) => t(`states.${one.state}`)).join(' ← ')}`}
        </Text>
      )}
    </Box>
  );
}
