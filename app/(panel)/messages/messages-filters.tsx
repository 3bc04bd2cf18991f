'use client';

import { Button, Select, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { useCompanies } from '@/components/layout/use-companies';
import { STATUSES } from '@/lib/messages/status';
import { countFilters, type Filters } from './filter-query';
import { FromFigures } from './from-figures';
import classes from './messages-filters.module.css';
import { TimeFilter } from './time-filter';
import { OTHER_STATES } from './use-filters';

type Props = { filters: Filters; onChange: (part: Partial<Filters>) => void; onClear: () => void };

/** One search box and every other filter beside it; they live in the URL, so a view can be kept as a bookmark or handed on. */
export function MessagesFilters({ filters, onChange, onClear }: Props) {
  const t = useTranslations('messages');
  const { data } = useQuery(apiQuery('providers'));
  const companies = useCompanies();
  const [open, { toggle }] = useDisclosure(false);
  const choice = (key: 'status' | 'provider' | 'company' | 'category') => ({
    className: classes.more,
    size: 'xs',
    'aria-label': t(`filters.${key}`),
    placeholder: t(`filters.${key}`),
    value: filters[key],
    onChange: (value: string | null) => onChange({ [key]: value }),
    clearable: true,
    clearButtonProps: { 'aria-label': t('filters.clearOne') },
    comboboxProps: { width: 'max-content', position: 'bottom-start' as const },
    'data-set': filters[key] ? true : undefined,
  });
  return (
    <search className={classes.filters} data-open={open || undefined} aria-label={t('filters.label')}>
      <TextInput
        className={classes.search}
        type="search"
        aria-label={t('filters.q')}
        aria-keyshortcuts="/"
        value={filters.q}
        onChange={(event) => onChange({ q: event.currentTarget.value })}
        leftSection={<IconSearch size={15} aria-hidden />}
        placeholder={t('filters.qExample')}
        maxLength={200}
      />
      <Button
        className={classes.toggle}
        variant="default"
        leftSection={<IconAdjustmentsHorizontal size={15} aria-hidden />}
        onClick={toggle}
        aria-expanded={open}
      >
        {t('filters.more')}
      </Button>
      <Select
        {...choice('status')}
        data={[
          ...STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
          ...OTHER_STATES.map((value) => ({ value, label: t(`filters.states.${value}`) })),
        ]}
      />
      <Select {...choice('provider')} searchable data={(data?.data ?? []).map((provider) => provider.name)} />
      {companies.length > 1 && (
        <Select
          {...choice('company')}
          data={companies.map(({ key, name }) => ({ value: key, label: name }))}
        />
      )}
      <Select
        {...choice('category')}
        data={(['transactional', 'marketing'] as const).map((value) => ({
          value,
          label: t(`filters.categories.${value}`),
        }))}
      />
      <TextInput
        className={classes.more}
        size="xs"
        aria-label={t('filters.tag')}
        placeholder={t('filters.tag')}
        value={filters.tag}
        onChange={(event) => onChange({ tag: event.currentTarget.value })}
        maxLength={64}
      />
      <TimeFilter filters={filters} onChange={onChange} />
      <FromFigures filters={filters} onChange={onChange} />
      {countFilters(filters) > 0 && (
        <Button variant="subtle" size="xs" px="xs" onClick={onClear}>
          {t('filters.clear')}
        </Button>
      )}
    </search>
  );
}
