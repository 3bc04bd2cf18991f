'use client';

import { Paper, SimpleGrid } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { FigureCard } from '@/components/layout/figure-card';
import { useMode } from '@/components/layout/mode';
import { NOTHING } from '@/components/layout/quantities';
import { paths } from '@/lib/paths';
import type { Statistics } from '@/lib/statistics/schema';
import classes from './home.module.css';
import { useFormats } from './use-formats';

/** Four numbers, each a way to the messages behind it; and what sandboxes kept, apart from what was sent. */
export function FlowFigures({ statistics }: { statistics: Statistics }) {
  const t = useTranslations('home.figures');
  const { technical } = useMode();
  const { count } = useFormats(statistics);
  const { status, today } = statistics;
  const { retrying, scheduled } = status;
  const waitingHelp =
    retrying > 0
      ? t('retrying', { count: retrying })
      : scheduled > 0
        ? t('scheduled', { count: scheduled })
        : t('waitingHelp');
  return (
    <>
      <SimpleGrid
        cols={{ base: 2, md: today.captured > 0 ? 5 : 4 }}
        spacing={{ base: 'sm', md: 'md' }}
        mb="md"
      >
        <FigureCard
          label={t('sent')}
          value={count(today.sent)}
          href={paths.messages({ status: 'sent,delivered', finishedSince: today.since })}
        >
          {today.partly > 0 ? t('partly', { count: today.partly }) : t('sentHelp')}
        </FigureCard>
        {today.captured > 0 && (
          <FigureCard
            label={t('captured')}
            value={count(today.captured)}
            href={paths.messages({ status: 'captured', finishedSince: today.since })}
          >
            {t('capturedHelp')}
          </FigureCard>
        )}
        <FigureCard
          label={t('failed')}
          value={count(today.failed)}
          href={paths.messages({ status: 'not_sent', finishedSince: today.since })}
          tone={today.failed > 0 ? 'bad' : undefined}
        >
          {t('failedHelp')}
        </FigureCard>
        <FigureCard
          label={t('waiting')}
          value={count(status.waiting)}
          href={paths.messages({ status: 'waiting' })}
        >
          {waitingHelp}
        </FigureCard>
        <FigureCard
          label={t('parked')}
          value={count(status.parked)}
          href={paths.messages({ status: 'set_aside' })}
          tone={status.parked > 0 ? 'warn' : undefined}
        >
          {today.parked > 0 ? t('parkedToday', { count: today.parked }) : t('parkedHelp')}
        </FigureCard>
      </SimpleGrid>
      {technical && <Attempts statistics={statistics} />}
    </>
  );
}

/** What is behind the messages: one may take several attempts. */
function Attempts({ statistics }: { statistics: Statistics }) {
  const t = useTranslations('home.attempts');
  const { count, percent, duration } = useFormats(statistics);
  const { attempts, faulty, slow, failovers, averageMs } = statistics.attempts;
  const facts = [
    [t('attempts'), count(attempts)],
    [t('success'), attempts > 0 ? percent((attempts - faulty) / attempts) : NOTHING],
    [t('faulty'), count(faulty)],
    [t('slow'), count(slow)],
    [t('failovers'), count(failovers)],
    [t('average'), averageMs === null ? NOTHING : duration(averageMs)],
  ] as const;
  return (
    <Paper withBorder component="dl" className={classes.facts} aria-label={t('title')}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="tabular">{value}</dd>
        </div>
      ))}
    </Paper>
  );
}
