'use client';

import { Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/form/link-button';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { Notice } from '@/components/table/notice';
import { QueryState } from '@/components/table/query-state';
import { RowList } from '@/components/table/row-list';
import { paths } from '@/lib/paths';
import type { ProviderTemplatesView } from '@/lib/whatsapp-templates/schema';
import type { DetailProps } from '../detail-props';
import { readTemplatesAction } from './actions';
import { LostBindings } from './lost-bindings';
import { SubmitButton } from './submit-window';
import { TemplateRow } from './template-row';

/** It is done within a moment. */
const WHILE_READING_MS = 2_000;

/** What WhatsApp has approved of this account, and for which templates of ours it stands. */
export function ProviderTemplates({ provider }: DetailProps) {
  const t = useTranslations('providers.whatsappTemplates');
  const query = useQuery({
    ...apiQuery('providers/[id]/templates', { id: provider.id }),
    refetchInterval: ({ state }) => (state.data?.reading ? WHILE_READING_MS : false),
  });
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      <QueryState query={query}>
        {(found) =>
          found.missing ? <Missing provider={provider} /> : <List provider={provider} found={found} />
        }
      </QueryState>
    </SectionCard>
  );
}

function Missing({ provider }: DetailProps) {
  const t = useTranslations('providers.whatsappTemplates');
  return (
    <Stack gap="sm" align="flex-start">
      <Text size="sm">{t('missing')}</Text>
      <LinkButton href={paths.provider(provider.id, { tab: 'settings' })}>{t('enterAccount')}</LinkButton>
    </Stack>
  );
}

type Props = DetailProps & { found: ProviderTemplatesView };

function List({ provider, found }: Props) {
  const t = useTranslations('providers.whatsappTemplates');
  const locked = useLocked('providers.write', provider);
  const { run, pending } = useAction(readTemplatesAction, { invalidates: ['providers'] });
  const { templates, readAt, problem, detail, reading } = found;
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <Text size="sm" c="dimmed">
          {readAt
            ? t.rich('readAt', { count: templates.length, time: () => <Time value={readAt} /> })
            : t('notYet')}
        </Text>
        <Group gap="xs">
          <ReasonedButton
            size="sm"
            variant="default"
            loading={pending || reading}
            disabledReason={locked}
            onClick={() => void run({ id: provider.id })}
          >
            {t('read')}
          </ReasonedButton>
          <SubmitButton provider={provider} />
        </Group>
      </Group>
      {problem && (
        <Notice tone="warn" title={t('problem')}>
          <Text size="sm">{t(`problems.${problem}`)}</Text>
          {detail && (
            <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {detail}
            </Text>
          )}
        </Notice>
      )}
      <LostBindings provider={provider} lost={found.lost} />
      {templates.length > 0 && (
        <RowList label={t('title')}>
          {templates.map((template) => (
            <TemplateRow
              key={`${template.name} ${template.language}`}
              provider={provider}
              template={template}
            />
          ))}
        </RowList>
      )}
    </Stack>
  );
}
