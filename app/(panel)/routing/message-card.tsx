'use client';

import { Input, MultiSelect, SegmentedControl, Select, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { SectionCard } from '@/components/layout/section-card';
import { PRIORITIES } from '@/lib/queue/priority';
import { CATEGORIES } from '@/lib/routing/categories';
import type { RoutingState } from '@/lib/routing/state';
import { STRATEGIES, type Strategy } from '@/lib/routing/types';
import type { LabMessage } from './lab';

type Props = { state: RoutingState; message: LabMessage; onChange: (part: Partial<LabMessage>) => void };

/** The message that is only supposed. */
export function MessageCard({ state, message, onChange }: Props) {
  const t = useTranslations('routing');
  const providers = state.providers.map(({ id, name }) => ({ value: id, label: name }));
  const usual = state.policy.strategies[message.category] ?? 'priority';
  const clear = { clearable: true, clearButtonProps: { 'aria-label': t('message.clear') } };
  return (
    <SectionCard title={t('message.title')}>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 1, xl: 2 }}>
        <Choice
          label={t('message.priority')}
          value={message.priority}
          values={PRIORITIES}
          word={(value) => t(`message.priorities.${value}`)}
          onChange={(priority) => onChange({ priority })}
        />
        <Choice
          label={t('message.category')}
          value={message.category}
          values={CATEGORIES}
          word={(value) => t(`message.categories.${value}`)}
          onChange={(category) => onChange({ category })}
        />
        <TextInput
          label={t('message.from')}
          placeholder={t('message.fromNone')}
          value={message.from}
          onChange={(event) => onChange({ from: event.currentTarget.value })}
        />
        <Select
          label={t('message.strategy')}
          placeholder={t('message.strategyUsual', { strategy: t(`strategy.${usual}`) })}
          data={STRATEGIES.map((value) => ({ value, label: t(`strategy.${value}`) }))}
          value={message.strategy}
          onChange={(strategy) => onChange({ strategy: strategy as Strategy | null })}
          {...clear}
        />
        <MultiSelect
          label={t('message.providers')}
          placeholder={message.providers.length === 0 ? t('message.providersAny') : undefined}
          data={providers}
          value={message.providers}
          onChange={(chosen) => onChange({ providers: chosen })}
          {...clear}
        />
        <Select
          label={t('message.pinned')}
          placeholder={t('message.pinnedNone')}
          data={providers}
          value={message.pinned}
          onChange={(pinned) => onChange({ pinned })}
          {...clear}
        />
      </SimpleGrid>
    </SectionCard>
  );
}

type ChoiceProps<T extends string> = {
  label: string;
  value: string;
  values: readonly T[];
  word: (value: T) => string;
  onChange: (value: T) => void;
};

function Choice<T extends string>({ label, value, values, word, onChange }: ChoiceProps<T>) {
  return (
    <Input.Wrapper label={label} labelElement="div">
      <SegmentedControl
        fullWidth
        aria-label={label}
        value={value}
        onChange={(next) => onChange(next as T)}
        data={values.map((each) => ({ value: each, label: word(each) }))}
      />
    </Input.Wrapper>
  );
}
