'use client';

import { Anchor, Paper, SimpleGrid, Text, Title } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { REMEDIES, type SystemStatus, useStatus } from '@/components/layout/status';
import { QueryState } from '@/components/table/query-state';
import classes from './home.module.css';
import { LatestMessages } from './latest-messages';
import { Onboarding } from './onboarding';

/** Is mail flowing? What needs me? In this order. */
export function Home({ name }: { name: string }) {
  const t = useTranslations('home');
  const status = useStatus();
  const flow = status.isError ? 'unreachable' : (status.data?.flow ?? 'unknown');
  return (
    <>
      <header className={classes.headline}>
        <Text size="sm" c="dimmed">
          {t('greeting', { name })}
        </Text>
        <Title order={1} className={classes.answer}>
          {t(`answers.${flow}`)}
        </Title>
      </header>
      <QueryState query={status}>
        {(data) => (
          <>
            <NeedsYou reasons={data.reasons} />
            <Figures status={data} />
          </>
        )}
      </QueryState>
      <Onboarding />
      <LatestMessages />
    </>
  );
}

function NeedsYou({ reasons }: { reasons: string[] }) {
  const t = useTranslations('shell.status');
  if (reasons.length === 0) return null;
  return (
    <Paper withBorder component="ul" className={classes.reasons} aria-label={t('title')}>
      {reasons.map((reason) => (
        <li key={reason} className={classes.reason}>
          <Text size="sm">{t(`reasons.${reason}`)}</Text>
          {REMEDIES[reason] && (
            <Anchor
              component={Link}
              href={REMEDIES[reason].href}
              size="sm"
              fw={550}
              className={classes.remedy}
            >
              {t(`actions.${REMEDIES[reason].action}`)}
            </Anchor>
          )}
        </li>
      ))}
    </Paper>
  );
}

const FIGURES = [
  { key: 'sentToday', href: '/messages?status=sent' },
  { key: 'waiting', href: '/messages?status=queued' },
  { key: 'parked', href: '/messages?status=parked' },
  { key: 'failedToday', href: '/messages?status=failed' },
] as const;

function Figures({ status }: { status: SystemStatus }) {
  const t = useTranslations('home.figures');
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} mb="lg">
      {FIGURES.map(({ key, href }) => (
        <Paper key={key} withBorder component={Link} href={href} className={classes.figure}>
          <Text size="sm" c="dimmed">
            {t(`${key}.label`)}
          </Text>
          <span className={classes.number}>{t('number', { value: status[key] })}</span>
          <Text size="xs" c="dimmed">
            {t(`${key}.help`)}
          </Text>
        </Paper>
      ))}
    </SimpleGrid>
  );
}
