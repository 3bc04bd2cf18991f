'use client';

import { Anchor, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { Columns } from '@/components/layout/columns';
import { DetailScreen } from '@/components/layout/detail-screen';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { paths } from '@/lib/paths';
import type { RuleView } from '@/lib/rules/schema';
import { useRuleWords } from '../use-rule-words';
import { RuleActions } from './rule-actions';
import { RunCard } from './run-card';
import { RunList } from './run-list';

/** One rule: what it says, when it runs next, who would be told now, and how it ran. */
export function RuleScreen({ id }: { id: string }) {
  const t = useTranslations('rules');
  const query = useQuery(apiQuery('rules/[id]', { id }));
  return (
    <DetailScreen
      query={query}
      kind={t('one')}
      back={{ href: paths.rules(), label: t('title') }}
      head={(rule) => ({
        title: rule.title,
        state: rule.active ? t('on') : t('off'),
        actions: <RuleActions rule={rule} />,
      })}
    >
      {(rule) => (
        <Columns
          main={
            <>
              <RunCard rule={rule} />
              <RunList id={rule.id} />
            </>
          }
          beside={<About rule={rule} />}
        />
      )}
    </DetailScreen>
  );
}

function About({ rule }: { rule: RuleView }) {
  const t = useTranslations('rules.about');
  const { about, when, tells } = useRuleWords();
  return (
    <SectionCard title={t('title')}>
      <Text size="sm">{about(rule)}</Text>
      <Text size="sm">
        {t('tells')}{' '}
        <Anchor component={Link} href={paths.notificationType(rule.type)} underline="always" inherit>
          {tells(rule)}
        </Anchor>
      </Text>
      <Text size="sm">{when(rule)}</Text>
      {rule.nextRuns.length > 0 && (
        <>
          <Text size="sm" fw={600} mt="sm">
            {t('next')}
          </Text>
          <List size="sm">
            {rule.nextRuns.map((at) => (
              <List.Item key={at}>
                <Time value={at} />
              </List.Item>
            ))}
          </List>
        </>
      )}
    </SectionCard>
  );
}
