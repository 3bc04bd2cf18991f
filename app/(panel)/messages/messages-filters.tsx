'use client';

import { Button, Select, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { STATUSES } from '@/lib/messages/status';
import { countFilters, type Filters } from './filter-query';
import classes from './messages-filters.module.css';
import { OTHER_STATES } from './use-filters';

type Props = { filters: Filters; onChange: (part: Partial<Filters>) => void; onClear: () => void };

/** Every filter of the list; they live in the URL, so a view can be kept as a bookmark or handed on. */
export function MessagesFilters({ filters, onChange, onClear }: Props) {
  const t = useTranslations('messages');
  const { data } = useQuery(apiQuery('providers'));
  const [open, { toggle }] = useDisclosure(false);
  const clear = { clearable: true, clearButtonProps: { 'aria-label': t('filters.clearOne') } };
  return (
    <search className={classes.filters} data-open={open || undefined} aria-label={t('filters.label')}>
      <TextInput
        label={t('filters.to')}
        value={filters.to}
        onChange={(event) => onChange({ to: event.currentTarget.value })}
        leftSection={<IconSearch size={15} aria-hidden />}
        placeholder={t('filters.toExample')}
      />
      <Button className={classes.toggle} variant="default" px="xs" onClick={toggle} aria-expanded={open}>
        {t('filters.more')}
      </Button>
      <Select
        className={classes.more}
        label={t('filters.status')}
        placeholder={t('filters.any')}
        data={[
          ...STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
          ...OTHER_STATES.map((value) => ({ value, label: t(`filters.states.${value}`) })),
        ]}
        value={filters.status}
        onChange={(status) => onChange({ status })}
        {...clear}
      />
      <Select
        className={classes.more}
        label={t('filters.provider')}
        placeholder={t('filters.any')}
        data={(data?.data ?? []).map((provider) => provider.name)}
        value={filters.provider}
        onChange={(provider) => onChange({ provider })}
        {...clear}
      />
      <TextInput
        className={classes.more}
        label={t('filters.tag')}
        value={filters.tag}
        onChange={(event) => onChange({ tag: event.currentTarget.value })}
      />
      <TextInput
        className={classes.more}
        type="date"
        label={t('filters.since')}
        value={filters.since}
        onChange={(event) => onChange({ since: event.currentTarget.value })}
      />
      <TextInput
        className={classes.more}
        type="date"
        label={t('filters.until')}
        value={filters.until}
        onChange={(event) => onChange({ until: event.currentTarget.value })}
      />
      {countFilters(filters) > 0 && (
        <Button variant="subtle" px="xs" onClick={onClear}>
          {t('filters.clear')}
        </Button>
      )}
    </search>
  );
}
