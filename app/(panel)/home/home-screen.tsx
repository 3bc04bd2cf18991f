'use client';

import { Text, Title, VisuallyHidden } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { QueryState } from '@/components/table/query-state';
import type { DoneBefore } from '@/lib/checklists/lists';
import type { Statistics } from '@/lib/statistics/schema';
import { AttentionList } from './attention-list';
import { CostsCard } from './costs-card';
import { FlowFigures } from './flow-figures';
import classes from './home.module.css';
import { HomeSkeleton } from './home-skeleton';
import { HoursCard } from './hours-card';
import { LatestMessages } from './latest-messages';
import { Onboarding } from './onboarding';
import { ProvidersCard } from './providers-card';
import { Stopped } from './stopped';
import { besidesStops, isCalm } from './stops';
import { useStatistics } from './use-statistics';

// The last thing on the page: it comes when all else is there.
const Checklists = dynamic(() => import('./checklists').then((module) => module.Checklists), { ssr: false });

type Props = { name: string; checked: DoneBefore };

/** Is mail flowing? What needs me? What does it cost? In this order. */
export function HomeScreen({ name, checked }: Props) {
  const t = useTranslations('home');
  const statistics = useStatistics();
  const flow = statistics.isError ? 'unreachable' : (statistics.data?.status.flow ?? 'unknown');
  const before = flow in BEFORE_ANY && !statistics.data?.status.everSent;
  return (
    <>
      <header className={classes.headline}>
        <Text size="sm" c="dimmed">
          {t('greeting', { name })}
        </Text>
        <Title order={1} className={classes.answer}>
          <span className={classes.dot} data-flow={flow} aria-hidden />
          {t(`answers.${before ? BEFORE_ANY[flow as keyof typeof BEFORE_ANY] : flow}`)}
        </Title>
      </header>
      {statistics.data && <Stopped statistics={statistics.data} />}
      <Onboarding part="first-mail" />
      <QueryState query={statistics} skeleton={<HomeSkeleton />}>
        {(data) => <Answers statistics={data} />}
      </QueryState>
      <Onboarding part="rest" />
      <LatestMessages />
      {statistics.data && <Checklists checked={checked} status={statistics.data.status} />}
    </>
  );
}

/** Nobody can say that mail flows before any did. */
const BEFORE_ANY = { flowing: 'ready', degraded: 'readyDegraded' } as const;

/** Before there is a provider, figures and costs would be a page of zeros: the first steps say all there is to say. */
function Answers({ statistics }: { statistics: Statistics }) {
  const others = besidesStops(statistics);
  if (statistics.providers.length === 0) {
    const pressing = others.filter(({ type }) => type !== 'no_provider');
    return pressing.length > 0 && <AttentionList statistics={{ ...statistics, attention: pressing }} />;
  }
  return (
    <>
      <section aria-labelledby="flow" className={classes.flow}>
        <VisuallyHidden component="h2" id="flow">
          <FlowTitle />
        </VisuallyHidden>
        <FlowFigures statistics={statistics} />
      </section>
      {(others.length > 0 || isCalm(statistics)) && (
        <AttentionList statistics={{ ...statistics, attention: others }} />
      )}
      <div className={classes.pair}>
        <HoursCard statistics={statistics} />
        <ProvidersCard statistics={statistics} />
      </div>
      <CostsCard statistics={statistics} />
    </>
  );
}

function FlowTitle() {
  return useTranslations('home')('flow');
}
