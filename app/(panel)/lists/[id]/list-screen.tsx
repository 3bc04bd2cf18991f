'use client';

import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { Columns } from '@/components/layout/columns';
import { CopyableText } from '@/components/layout/copyable-text';
import { DetailScreen } from '@/components/layout/detail-screen';
import { SectionCard } from '@/components/layout/section-card';
import { MEMBER_STATES } from '@/lib/lists/member-states';
import type { ListView } from '@/lib/lists/schema';
import { paths } from '@/lib/paths';
import { AddPeople } from './add-people';
import { ListActions } from './list-actions';
import { MemberTable } from './member-table';

/** One list: who is on it, how they come, and the form by which they do. */
export function ListScreen({ id }: { id: string }) {
  const t = useTranslations('lists');
  const query = useQuery(apiQuery('lists/[id]', { id }));
  return (
    <DetailScreen
      query={query}
      kind={t('one')}
      back={{ href: paths.lists(), label: t('title') }}
      head={(list) => ({
        title: list.title,
        state: list.description ?? t(`optIn.${list.optIn}.label`),
        actions: <ListActions list={list} />,
      })}
    >
      {(list) => (
        <Columns
          main={<MemberTable list={list} />}
          beside={
            <>
              <Numbers list={list} />
              <AddPeople list={list} />
              <FormCard list={list} />
            </>
          }
        />
      )}
    </DetailScreen>
  );
}

function Numbers({ list }: { list: ListView }) {
  const t = useTranslations('lists');
  const { number } = useFormatter();
  return (
    <SectionCard title={t('numbers')}>
      {MEMBER_STATES.map((state) => (
        <Text key={state} size="sm">
          {t(`states.${state}`)}: {number(list.members[state])}
        </Text>
      ))}
      <Text size="sm" c="dimmed" mt="xs">
        {t(`optIn.${list.optIn}.help`)}
      </Text>
    </SectionCard>
  );
}

/** What a page of the company's has in it: nothing but HTML. */
function FormCard({ list }: { list: ListView }) {
  const t = useTranslations('lists.snippet');
  if (!list.openForm) return null;
  if (!list.formUrl)
    return (
      <SectionCard title={t('title')}>
        <Text size="sm">{t('noAddress')}</Text>
      </SectionCard>
    );
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      <Stack gap="xs">
        <CopyableText label={t('title')} text={snippetOf(list.formUrl, t('email'), t('name'), t('button'))} />
      </Stack>
    </SectionCard>
  );
}

function snippetOf(url: string, email: string, name: string, button: string): string {
  return [
    `<form method="post" action="${url}">`,
    `  <label>${email} <input type="email" name="email" required></label>`,
    `  <label>${name} <input name="name" maxlength="120"></label>`,
    '  <input name="website" tabindex="-1" autocomplete="off" aria-hidden="true" style="position:absolute;left:-9999px">',
    `  <button>${button}</button>`,
    '</form>',
  ].join('\n');
}
