'use client';

import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Time } from '@/components/layout/time';
import { type Filters, isMoment } from './filter-query';

type Props = { filters: Filters; onChange: (part: Partial<Filters>) => void };

/** What the figures of home and analytics filter by, each to be taken away again. */
export function FromFigures({ filters, onChange }: Props) {
  const t = useTranslations('messages.filters');
  const { event, since, until, finishedSince, finishedUntil } = filters;
  const moment = (value: string) => () => <Time value={value} format="clock" />;
  const range = (key: 'accepted' | 'finished', from: string, to: string) =>
    t.rich(`${key}Between`, { from: moment(from), to: moment(to) });
  return (
    <>
      {event && <Chip onRemove={() => onChange({ event: null })}>{t(`events.${event}`)}</Chip>}
      {isMoment(since) && isMoment(until) && (
        <Chip onRemove={() => onChange({ since: '', until: '' })}>{range('accepted', since, until)}</Chip>
      )}
      {finishedSince && (
        <Chip onRemove={() => onChange({ finishedSince: null, finishedUntil: null })}>
          {finishedUntil
            ? range('finished', finishedSince, finishedUntil)
            : t.rich('finishedSince', { time: moment(finishedSince) })}
        </Chip>
      )}
    </>
  );
}

function Chip({ onRemove, children }: { onRemove: () => void; children: ReactNode }) {
  return (
    <Button
      variant="light"
      size="xs"
      px="xs"
      rightSection={<IconX size={13} aria-hidden />}
      onClick={onRemove}
    >
      {children}
    </Button>
  );
}
