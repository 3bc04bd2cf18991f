'use client';

import { Box, Group, Stack, Text } from '@mantine/core';
import { IconCalendarTime, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/form/link-button';
import { WindowButton } from '@/components/form/window-button';
import { apiQuery } from '@/components/layout/api';
import { PageHeader } from '@/components/layout/page-header';
import { Time } from '@/components/layout/time';
import { useLocked } from '@/components/layout/use-locked';
import { type Column, DataTable } from '@/components/table/data-table';
import { EmptyState } from '@/components/table/empty-state';
import { paths } from '@/lib/paths';
import type { RuleView } from '@/lib/rules/schema';
import { ComingCard } from './coming-card';
import { ExamplesMenu } from './examples-menu';
import { useRuleWords } from './use-rule-words';

const RuleWindow = dynamic(() => import('./rule-window').then((module) => module.RuleWindow), { ssr: false });

/** Who is told of what by the clock. */
export function RulesScreen() {
  const t = useTranslations('rules');
  const disabledReason = useLocked('rules.write');
  const { about, when } = useRuleWords();
  const query = useQuery(apiQuery('rules'));
  const create = (
    <Group gap="xs">
      <LinkButton variant="default" href={paths.subjects()}>
        {t('subjects')}
      </LinkButton>
      <WindowButton
        leftSection={<IconPlus size={16} aria-hidden />}
        window={(props) => <RuleWindow {...props} />}
        disabledReason={disabledReason}
      >
        {t('create')}
      </WindowButton>
    </Group>
  );
  const columns: Column<RuleView>[] = [
    { id: 'title', title: t('columns.title'), render: ({ title }) => title },
    { id: 'about', title: t('columns.about'), render: about },
    { id: 'when', title: t('columns.when'), render: when },
    { id: 'next', title: t('columns.next'), render: (rule) => <Next rule={rule} /> },
  ];
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={create} />
      <DataTable
        label={t('title')}
        query={query}
        columns={columns}
        rowHref={({ id }) => paths.rule(id)}
        empty={
          <EmptyState
            icon={<IconCalendarTime size={22} aria-hidden />}
            title={t('empty.title')}
            action={<ExamplesMenu />}
          >
            {t('empty.body')}
          </EmptyState>
        }
        card={(rule) => ({
          title: rule.title,
          body: (
            <Stack gap={2}>
              <Text size="sm">{about(rule)}</Text>
              <Text size="sm" c="dimmed">
                {rule.active ? when(rule) : t('off')}
              </Text>
            </Stack>
          ),
        })}
      />
      {query.data && query.data.data.length > 0 && (
        <Box mt="lg">
          <ComingCard />
        </Box>
      )}
    </>
  );
}

function Next({ rule: { active, nextRuns } }: { rule: RuleView }) {
  const t = useTranslations('rules');
  return active && nextRuns[0] ? <Time value={nextRuns[0]} /> : t('off');
}
