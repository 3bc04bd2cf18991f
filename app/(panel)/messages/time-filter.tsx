'use client';

import { Select, TextInput } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { type Filters, isMoment, TIMES, type Time } from './filter-query';
import classes from './messages-filters.module.css';

const DAYS = 'days';

type Props = { filters: Filters; onChange: (part: Partial<Filters>) => void };

/** The last hour, day …, or from one day to another. */
export function TimeFilter({ filters: { time, since, until }, onChange }: Props) {
  const t = useTranslations('messages.filters');
  const [opened, open] = useState(false);
  const byDays = !time && (opened || Boolean(since || until)) && !isMoment(since) && !isMoment(until);
  const choose = (value: string | null) => {
    open(value === DAYS);
    onChange({ time: value === DAYS ? null : (value as Time | null), since: '', until: '' });
  };
  const day = (key: 'since' | 'until', value: string) => (
    <TextInput
      className={classes.more}
      size="xs"
      type="date"
      aria-label={t(key)}
      value={value}
      onChange={(event) => onChange({ [key]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <Select
        className={classes.more}
        size="xs"
        aria-label={t('time')}
        placeholder={t('time')}
        data={[...TIMES, DAYS].map((value) => ({ value, label: t(`times.${value}`) }))}
        value={time ?? (byDays ? DAYS : null)}
        onChange={choose}
        clearable
        clearButtonProps={{ 'aria-label': t('clearOne') }}
        comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
        data-set={time || byDays || undefined}
      />
      {byDays && day('since', since)}
      {byDays && day('until', until)}
    </>
  );
}
