'use client';

import { Anchor, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { Columns } from '@/components/layout/columns';
import { DetailScreen } from '@/components/layout/detail-screen';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import type { DrillDetail as Drill } from '@/lib/drills/schema';
import { DRILL_TAG } from '@/lib/outages/modes';
import { paths } from '@/lib/paths';
import { endDrillAction } from '../actions';
import { DrillBadge } from '../drill-badge';
import { DrillFailovers } from './drill-failovers';
import { DrillFigures } from './drill-figures';
import { DrillTimeline } from './drill-timeline';
import { DrillVerdict } from './drill-verdict';
import { refreshMs } from './refresh';

/** What one drill plays, and what the router does about it: live, and afterwards. */
export function DrillScreen({ id }: { id: string }) {
  const t = useTranslations('drills');
  const query = useQuery({
    ...apiQuery('drills/[id]', { id }),
    refetchInterval: ({ state }) => refreshMs(state.data, Date.now()),
  });
  return (
    <DetailScreen
      query={query}
      kind={t('one')}
      back={{ href: paths.drills(), label: t('title') }}
      head={(drill) => ({
        title: t(`${drill.running ? 'heading' : 'past'}.${drill.mode}`, { name: drill.provider.name }),
        state: <DrillBadge drill={drill} />,
        actions: drill.running && <EndDrill id={drill.id} />,
      })}
    >
      {(drill) => (
        <>
          <DrillVerdict drill={drill} />
          <DrillFigures drill={drill} />
          <Columns
            main={<DrillTimeline drill={drill} />}
            beside={
              <>
                <DrillFailovers drill={drill} />
                <About drill={drill} />
              </>
            }
          />
        </>
      )}
    </DetailScreen>
  );
}

function EndDrill({ id }: { id: string }) {
  const t = useTranslations('drills.end');
  const locked = useLocked('providers.write');
  const { run, pending } = useAction(endDrillAction, {
    invalidates: ['drills', 'providers', 'messages'],
    success: t('done'),
  });
  return (
    <ReasonedButton
      variant="default"
      loading={pending}
      disabledReason={locked}
      onClick={() => void run({ id })}
    >
      {t('label')}
    </ReasonedButton>
  );
}

function About({ drill }: { drill: Drill }) {
  const t = useTranslations('drills.about');
  const { provider, traffic, messages, to, startedAt, startedBy, report } = drill;
  return (
    <SectionCard title={t('title')}>
      <Stack gap={6}>
        <Text size="sm">{t(traffic, { name: provider.name })}</Text>
        <Text size="sm">
          {messages > 0
            ? t('messages', { messages, to, sent: report.tests.sent + report.tests.captured })
            : t('noMessages')}
        </Text>
        {report.tests.around > 0 && <Text size="sm">{t('around', { around: report.tests.around })}</Text>}
        <Text size="sm">{t('attempts', { attempts: report.attempts })}</Text>
        <Text size="sm" c="dimmed">
          {t.rich('started', { by: startedBy, time: () => <Time value={startedAt} format="clock" /> })}
        </Text>
        <Group gap="md">
          <Anchor component={Link} size="sm" href={paths.provider(provider.id)}>
            {t('showProvider', { name: provider.name })}
          </Anchor>
          {messages > 0 && (
            <Anchor component={Link} size="sm" href={paths.messages({ tag: DRILL_TAG })}>
              {t('showMessages')}
            </Anchor>
          )}
        </Group>
      </Stack>
    </SectionCard>
  );
}
