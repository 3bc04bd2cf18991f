'use client';

import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useFormatter, useLocale, useNow, useTranslations } from 'next-intl';
import { inLocalTime, momentOf, tomorrowAt } from './local-time';
import { useField } from './use-field';

type Props = {
  name: string;
  label: string;
  /** What it means to choose no moment, and what it means to choose one. */
  none: string;
  some: string;
};

const HOUR_MS = 3_600_000;

/** No moment, or one in the time of the reader's own clock, said in words. The value is local: `2026-11-28T09:00`; none: empty. */
export function MomentField({ name, label, none, some }: Props) {
  const { field, error } = useField(name, label);
  const t = useTranslations('common.moment');
  const value: string = field.value ?? '';
  const inAnHour = () => inLocalTime(new Date(Date.now() + HOUR_MS));
  return (
    <Stack gap={6}>
      <Radio.Group
        label={label}
        value={value === '' ? 'none' : 'some'}
        onChange={(choice) => field.onChange(choice === 'none' ? '' : inAnHour())}
      >
        <Group gap="lg" mt={4}>
          <Radio size="xs" value="none" label={none} />
          <Radio size="xs" value="some" label={some} />
        </Group>
      </Radio.Group>
      {value !== '' && (
        <>
          <TextInput
            ref={field.ref}
            type="datetime-local"
            aria-label={some}
            value={value === UNSET ? '' : value}
            min={inLocalTime(new Date())}
            error={error}
            onBlur={field.onBlur}
            // Emptied by its own button, it is still wanted.
            onChange={(event) => field.onChange(event.currentTarget.value || UNSET)}
          />
          <Group gap={4}>
            <Button size="compact-xs" variant="default" onClick={() => field.onChange(inAnHour())}>
              {t('soon')}
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => field.onChange(tomorrowAt(9))}>
              {t('tomorrow')}
            </Button>
          </Group>
          <InWords value={value} />
        </>
      )}
    </Stack>
  );
}

const UNSET = '?';

function InWords({ value }: { value: string }) {
  const t = useTranslations('common.moment');
  const locale = useLocale();
  const formatter = useFormatter();
  const now = useNow({ updateInterval: 30_000 });
  const moment = momentOf(value);
  if (!moment) return null;
  const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const when = new Intl.DateTimeFormat(locale, {
    ...day,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (
    <Text size="sm" c="dimmed" role="status">
      {t('words', {
        when: when.format(moment),
        zone: when.resolvedOptions().timeZone.replaceAll('_', ' '),
        relative: formatter.relativeTime(moment, now),
      })}
    </Text>
  );
}
