'use client';

import { Button, Group, Select, SimpleGrid, Stack, Switch } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ProviderState } from '@/lib/routing/state';
import type { LimitUnit } from '@/lib/routing/types';
import { fullNow, type Supposed } from './lab';
import { LiveNumber } from './live-number';

const BREAKERS = ['closed', 'open', 'half_open', 'probing'] as const;
const LIMITS = ['minute', 'hour', 'day', 'month', 'provider', 'budget'] as const;
const MICROS = 1_000_000;

type Props = {
  state: ProviderState;
  supposed: Supposed;
  onChange: (part: Supposed) => void;
  /** Null while nothing is changed. */
  onReset: (() => void) | null;
};

export function SupposedFields({ state, supposed, onChange, onReset }: Props) {
  const t = useTranslations('routing.suppose');
  const now = { ...state, full: fullNow(state), ...supposed };
  const cost = (micros: number) => micros / MICROS;
  const percent = (rate: number | null) => (rate === null ? null : Math.round(rate * 1000) / 10);
  return (
    <Stack gap="sm">
      <Group gap="lg">
        <Switch
          label={t('active')}
          checked={now.active}
          onChange={(event) => onChange({ active: event.currentTarget.checked })}
        />
        <Switch
          label={t('overSoftBudget')}
          checked={now.overSoftBudget}
          onChange={(event) => onChange({ overSoftBudget: event.currentTarget.checked })}
        />
      </Group>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <Select
          label={t('breaker')}
          data={BREAKERS.map((value) => ({ value, label: t(`breakers.${value}`) }))}
          value={now.breaker}
          onChange={(breaker) => onChange({ breaker: breaker as ProviderState['breaker'] })}
          allowDeselect={false}
        />
        <Select
          label={t('full')}
          placeholder={t('fullNone')}
          data={LIMITS.map((value) => ({ value, label: t(`limits.${value}`) }))}
          value={now.full}
          onChange={(full) => onChange({ full: full as LimitUnit | null })}
          clearable
          clearButtonProps={{ 'aria-label': t('fullClear') }}
        />
        <LiveNumber
          label={t('successRate')}
          value={percent(now.successRate)}
          live={percent(state.successRate)}
          blank={t('unknown')}
          max={100}
          decimalScale={1}
          onChange={(value) => onChange({ successRate: value === null ? null : value / 100 })}
        />
        <LiveNumber
          label={t('averageMs')}
          value={now.averageMs === null ? null : Math.round(now.averageMs)}
          live={state.averageMs === null ? null : Math.round(state.averageMs)}
          blank={t('unknown')}
          onChange={(averageMs) => onChange({ averageMs })}
        />
        <LiveNumber
          label={t('cost')}
          value={cost(now.costMicros)}
          live={cost(state.costMicros)}
          decimalScale={6}
          onChange={(value) => onChange({ costMicros: Math.round((value ?? 0) * MICROS) })}
        />
        <LiveNumber
          label={t('priority')}
          value={now.priority}
          live={state.priority}
          max={100}
          onChange={(priority) => onChange({ priority: priority ?? 0 })}
        />
        <LiveNumber
          label={t('weight')}
          value={now.weight}
          live={state.weight}
          max={1000}
          onChange={(weight) => onChange({ weight: weight ?? 0 })}
        />
        <LiveNumber
          label={t('weightPercent')}
          value={now.weightPercent}
          live={state.weightPercent}
          max={100}
          onChange={(weightPercent) => onChange({ weightPercent: weightPercent ?? 0 })}
        />
      </SimpleGrid>
      {onReset && (
        <Button variant="subtle" size="compact-sm" w="fit-content" onClick={onReset}>
          {t('reset')}
        </Button>
      )}
    </Stack>
  );
}
