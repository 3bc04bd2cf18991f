'use client';

import { Group, Stack, Text } from '@mantine/core';
import { IconListSearch, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { AskingButton } from '@/components/form/asking-button';
import { WindowButton } from '@/components/form/window-button';
import { apiQuery } from '@/components/layout/api';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import { EmptyState } from '@/components/table/empty-state';
import { QueryState } from '@/components/table/query-state';
import type { ReplyRuleView } from '@/lib/replies/own/schema';
import { deleteReplyRuleAction } from './actions';
import { RuleWindow } from './lazy-rule-window';

/** The own rules, in the order in which they are asked. */
export function RulesCard() {
  const t = useTranslations('suppressions.replies');
  const query = useQuery(apiQuery('reply-rules'));
  return (
    <SectionCard title={t('own')} lead={t('ownLead')}>
      <QueryState query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState icon={<IconListSearch size={22} aria-hidden />} title={t('empty.title')}>
              {t('empty.body')}
            </EmptyState>
          ) : (
            <Stack gap="md">
              {data.map((rule) => (
                <Rule key={rule.id} rule={rule} />
              ))}
            </Stack>
          )
        }
      </QueryState>
    </SectionCard>
  );
}

function Rule({ rule }: { rule: ReplyRuleView }) {
  const t = useTranslations('suppressions.replies');
  const locked = useLocked('settings.write', SHARED);
  const remove = useAction(deleteReplyRuleAction, { invalidates: ['reply-rules'], success: t('removed') });
  const { id, name, phrase, means, active, changedBy, updatedAt, note } = rule;
  const where = [
    t(`where.${rule.appliesTo}`),
    rule.stage && t(`stages.${rule.stage}`),
    rule.code,
    rule.permanent !== null && t(`try.for.${rule.permanent ? 'good' : 'now'}`),
  ];
  return (
    <Stack gap={4} component="section" aria-label={name} id={id}>
      <Group justify="space-between" gap="xs" align="flex-start">
        <Text fw={600} c={active ? undefined : 'dimmed'}>
          {name}
          {!active && ` · ${t('off')}`}
        </Text>
        <Group gap="xs">
          <WindowButton
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden />}
            window={(props) => <RuleWindow {...props} stored={rule} />}
            disabledReason={locked}
            aria-label={t('edit.one', { name })}
          >
            {t('edit.button')}
          </WindowButton>
          <AskingButton
            question={{
              title: t('remove.title', { name }),
              body: t('remove.body'),
              confirmLabel: t('remove.confirm'),
              keepLabel: t('remove.keep'),
              danger: true,
            }}
            onYes={() => remove.run({ id })}
            pending={remove.pending}
            disabledReason={locked}
          >
            {t('remove.button')}
          </AskingButton>
        </Group>
      </Group>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {t('says', { phrase })} → {t(`means.${means}`)}
      </Text>
      <Text size="sm" c="dimmed">
        {where.filter(Boolean).join(' · ')}
      </Text>
      {note && (
        <Text size="sm" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
          {note}
        </Text>
      )}
      <Text size="xs" c="dimmed">
        {t.rich('changed', { who: changedBy, time: () => <Time value={updatedAt} /> })}
      </Text>
    </Stack>
  );
}
