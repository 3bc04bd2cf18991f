'use client';

import { SimpleGrid } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { FigureCard } from '@/components/layout/figure-card';
import { Time } from '@/components/layout/time';
import type { QueueRow, QueueView } from '@/lib/backlog/schema';
import { paths } from '@/lib/paths';

/** Four numbers, each with what it means right now. */
export function QueueFigures({ queue }: { queue: QueueView }) {
  const t = useTranslations('queue.figures');
  const format = useFormatter();
  const sum = (...names: ('waiting' | 'sending' | 'scheduled' | 'retrying' | 'parked')[]) =>
    queue.data.reduce((total, row) => total + names.reduce((own, name) => own + row[name], 0), 0);
  const time = (value: string) => ({ time: () => <Time value={value} /> });
  const waiting = sum('waiting', 'sending');
  const later = sum('scheduled', 'retrying');
  const parked = sum('parked');
  const oldest = earliest(queue.data.map((row: QueueRow) => row.oldestAt));
  const until = earliest(queue.parked.map((row) => row.until));
  const speed = queue.emptyInSeconds === null ? null : inSeconds(queue.emptyInSeconds);
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing={{ base: 'sm', md: 'md' }}>
      <FigureCard
        label={t('waiting')}
        value={format.number(waiting)}
        href={paths.messages({ status: 'waiting' })}
      >
        {oldest ? t.rich('oldest', time(oldest)) : t(waiting > 0 ? 'allSending' : 'noneWaiting')}
      </FigureCard>
      <FigureCard label={t('speed')} value={format.number(queue.perMinute, { maximumFractionDigits: 0 })}>
        {speed ? t.rich('empty', time(speed)) : t(standing(queue))}
      </FigureCard>
      <FigureCard label={t('later')} value={format.number(later)} href={paths.messages({ status: 'later' })}>
        {queue.nextDueAt ? t.rich('nextDue', time(queue.nextDueAt)) : t('noneLater')}
      </FigureCard>
      <FigureCard
        label={t('parked')}
        value={format.number(parked)}
        href={paths.messages({ status: 'parked' })}
      >
        {until ? t.rich('until', time(until)) : t(parked > 0 ? 'untilResent' : 'noneParked')}
      </FigureCard>
    </SimpleGrid>
  );
}

/** Why there is no end in sight. */
function standing({ data }: QueueView): 'perMinute' | 'allPaused' | 'standing' {
  const open = data.filter((row) => row.waiting + row.sending > 0);
  if (open.length === 0) return 'perMinute';
  return open.every((row) => row.paused) ? 'allPaused' : 'standing';
}

function earliest(times: (string | null)[]): string | null {
  return times.filter((each) => each !== null).toSorted()[0] ?? null;
}

function inSeconds(seconds: number): string {
  return new Date(Date.now() + seconds * 1000).toISOString();
}
