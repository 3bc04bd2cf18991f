'use client';

import { Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { SPANS, type Span } from './ask-for';
import { type Filters, usePeriod } from './use-period';

/** Which period, of which provider and category. */
export function PeriodBar() {
  const t = useTranslations('analytics.period');
  const { given, change } = usePeriod();
  const { data } = useQuery(apiQuery('providers'));
  const day = (name: 'from' | 'to') => (
    <TextInput
      type="date"
      size="xs"
      aria-label={t(name)}
      value={given[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <Group gap="sm" component="search" aria-label={t('label')}>
      <SegmentedControl
        size="xs"
        aria-label={t('label')}
        value={given.span}
        onChange={(value) => change({ span: value as Span })}
        data={SPANS.map((value) => ({ value, label: t(`spans.${value}`) }))}
      />
      {given.span === 'custom' && day('from')}
      {given.span === 'custom' && day('to')}
      <Select
        size="xs"
        aria-label={t('provider')}
        placeholder={t('allProviders')}
        value={given.provider}
        onChange={(provider) => change({ provider })}
        data={(data?.data ?? []).map(({ name }) => name)}
        clearable
        clearButtonProps={{ 'aria-label': t('clear') }}
      />
      <Select
        size="xs"
        aria-label={t('category')}
        placeholder={t('allCategories')}
        value={given.category}
        onChange={(category) => change({ category: category as Filters['category'] })}
        data={(['transactional', 'marketing'] as const).map((value) => ({
          value,
          label: t(`categories.${value}`),
        }))}
        clearable
        clearButtonProps={{ 'aria-label': t('clear') }}
      />
    </Group>
  );
}
