'use client';

import { Group, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { apiQuery } from '@/components/layout/api';
import { EVENT_TYPES } from '@/lib/events/types';
import { INBOUND_STATES } from '@/lib/inbound/inbound-states';
import { TIMES } from '../messages/filter-query';
import { useEventFilter } from './use-event-filter';

export function EventFilters() {
  const t = useTranslations('events');
  const { filter, change } = useEventFilter();
  return (
    <Group mb="md" align="flex-end">
      <Select
        label={t('filters.type')}
        placeholder={t('filters.all')}
        clearable
        clearButtonProps={{ 'aria-label': t('filters.clear') }}
        searchable
        data={EVENT_TYPES.map((value) => ({ value, label: t(`types.${value}`) }))}
        value={filter.type}
        onChange={(type) => void change({ type: type as typeof filter.type })}
      />
      <ProviderFilter />
      <Typed name="recipient" maxLength={254} />
      <Typed name="message" maxLength={36} />
      <TimeFilter />
    </Group>
  );
}

export function WebhookFilters({ children }: { children: ReactNode }) {
  const t = useTranslations('events');
  const { filter, change } = useEventFilter();
  return (
    <Group mb="md" align="flex-end">
      <ProviderFilter />
      <Select
        label={t('filters.state')}
        placeholder={t('filters.all')}
        clearable
        clearButtonProps={{ 'aria-label': t('filters.clear') }}
        data={INBOUND_STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
        value={filter.state}
        onChange={(state) => void change({ state: state as typeof filter.state })}
      />
      <TimeFilter />
      {children}
    </Group>
  );
}

function ProviderFilter() {
  const t = useTranslations('events.filters');
  const { filter, change } = useEventFilter();
  const { data } = useQuery(apiQuery('providers'));
  return (
    <Select
      label={t('provider')}
      placeholder={t('all')}
      clearable
      clearButtonProps={{ 'aria-label': t('clear') }}
      data={data?.data.map(({ id, name }) => ({ value: id, label: name })) ?? []}
      value={filter.provider}
      onChange={(provider) => void change({ provider })}
    />
  );
}

function TimeFilter() {
  const t = useTranslations('events.filters');
  const times = useTranslations('messages.filters.times');
  const { filter, change } = useEventFilter();
  return (
    <Select
      label={t('time')}
      placeholder={t('anyTime')}
      clearable
      clearButtonProps={{ 'aria-label': t('clear') }}
      data={TIMES.map((value) => ({ value, label: times(value) }))}
      value={filter.time}
      onChange={(time) => void change({ time: time as typeof filter.time })}
    />
  );
}

/** Looked for when it is left or Enter is pressed: half an address finds nothing. */
function Typed({ name, maxLength }: { name: 'recipient' | 'message'; maxLength: number }) {
  const t = useTranslations('events.filters');
  const { filter, change } = useEventFilter();
  return (
    <TextInput
      key={filter[name]}
      label={t(name)}
      placeholder={t(`${name}Hint`)}
      maxLength={maxLength}
      defaultValue={filter[name] ?? ''}
      onBlur={({ currentTarget: { value } }) =>
        value.trim() !== (filter[name] ?? '') && void change({ [name]: value.trim() })
      }
      onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
    />
  );
}
