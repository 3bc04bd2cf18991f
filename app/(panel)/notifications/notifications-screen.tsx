'use client';

import { Group, Select } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { LinkButton } from '@/components/form/link-button';
import { apiQuery } from '@/components/layout/api';
import { PageHeader } from '@/components/layout/page-header';
import { STATES } from '@/lib/notifications/states';
import { paths } from '@/lib/paths';
import { NotificationTable } from './notification-table';
import { TypeFiguresCard } from './type-figures-card';

const PARSERS = {
  type: parseAsString,
  state: parseAsStringLiteral(STATES),
  page: parseAsString,
};

/** What people were told, and what became of it. */
export function NotificationsScreen() {
  const t = useTranslations('notifications');
  const [{ type, state }, setValues] = useQueryStates(PARSERS, { history: 'push' });
  const types = useQuery(apiQuery('notification-types'));
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <LinkButton href={paths.notificationTypes()} leftSection={<IconSend size={16} aria-hidden />}>
            {t('types')}
          </LinkButton>
        }
      />
      <TypeFiguresCard />
      <Group my="md" align="flex-end">
        <Select
          label={t('filters.type')}
          placeholder={t('filters.all')}
          clearable
          clearButtonProps={{ 'aria-label': t('filters.clearType') }}
          data={(types.data?.data ?? []).map(({ key, title }) => ({ value: key, label: title }))}
          value={type}
          onChange={(value) => void setValues({ type: value, page: null })}
        />
        <Select
          label={t('filters.state')}
          placeholder={t('filters.all')}
          clearable
          clearButtonProps={{ 'aria-label': t('filters.clearState') }}
          data={STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
          value={state}
          onChange={(value) => void setValues({ state: value as typeof state, page: null })}
        />
      </Group>
      <NotificationTable filter={{ ...(type && { type }), ...(state && { state }) }} />
    </>
  );
}
