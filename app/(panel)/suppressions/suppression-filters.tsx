'use client';

import { Group, Select, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useCompanies } from '@/components/layout/use-companies';
import { CAUSES } from '@/lib/suppressions/causes';
import { useSuppressionFilter } from './use-suppression-filter';

export function SuppressionFilters() {
  const t = useTranslations('suppressions');
  const { filter, change } = useSuppressionFilter();
  const companies = useCompanies();
  return (
    <Group mb="md" align="flex-end">
      <TextInput
        type="search"
        label={t('filters.q')}
        value={filter.q ?? ''}
        onChange={({ currentTarget }) => change({ q: currentTarget.value })}
        maxLength={254}
      />
      <Select
        label={t('filters.cause')}
        placeholder={t('filters.all')}
        clearable
        data={CAUSES.map((value) => ({ value, label: t(`cause.${value}`) }))}
        value={filter.cause ?? null}
        onChange={(cause) => change({ cause })}
      />
      {companies.length > 1 && (
        <Select
          label={t('filters.company')}
          placeholder={t('filters.all')}
          clearable
          data={companies.map(({ key, name }) => ({ value: key, label: name }))}
          value={filter.company ?? null}
          onChange={(company) => change({ company })}
        />
      )}
    </Group>
  );
}
