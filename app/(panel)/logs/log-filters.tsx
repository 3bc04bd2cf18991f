'use client';

import { Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import { LOG_LEVELS, LOG_PROCESSES } from '@/lib/logs/schema';
import { useLogFilter } from './use-log-filter';

const TYPING_MS = 300;
const SPANS = [5, 15, 60, 240];

export function LogFilters() {
  const t = useTranslations('workers.logs');
  const { filter, change } = useLogFilter();
  const look = useDebouncedCallback((q: string) => void change({ q: q.trim() || null }), TYPING_MS);
  return (
    <Group mb="md" align="flex-end">
      <Select
        label={t('filters.level')}
        allowDeselect={false}
        w={170}
        data={LOG_LEVELS.map((value) => ({ value, label: t(`from.${value}`) }))}
        value={filter.level}
        onChange={(level) => void change({ level: level as typeof filter.level })}
      />
      <Select
        label={t('filters.process')}
        placeholder={t('filters.all')}
        clearable
        w={170}
        data={LOG_PROCESSES.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        value={filter.process}
        onChange={(process) => void change({ process: process as typeof filter.process })}
      />
      <Select
        label={t('filters.time')}
        placeholder={t('filters.everything')}
        clearable
        w={190}
        data={SPANS.map((minutes) => ({ value: String(minutes), label: t('filters.last', { minutes }) }))}
        value={filter.minutes === null ? null : String(filter.minutes)}
        onChange={(minutes) => void change({ minutes: minutes === null ? null : Number(minutes) })}
      />
      <TextInput
        label={t('filters.text')}
        placeholder={t('filters.textHint')}
        flex="1 1 12rem"
        defaultValue={filter.q ?? ''}
        onChange={({ currentTarget }) => look(currentTarget.value)}
      />
    </Group>
  );
}
