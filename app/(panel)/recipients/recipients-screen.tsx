'use client';

import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch, IconUserSearch } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { parseAsString, useQueryState } from 'nuqs';
import { apiQuery } from '@/components/layout/api';
import { EmptyState } from '@/components/table/empty-state';
import { QueryState } from '@/components/table/query-state';
import { FoundList } from './found-list';

const ASK_AFTER_MS = 250;
/** As long as the API takes one. */
const LONGEST = 320;

/** The one box: whatever somebody has at hand leads to a person. */
export function RecipientsScreen() {
  const t = useTranslations('recipients.search');
  const [q, setQ] = useQueryState('q', parseAsString.withDefault(''));
  const typed = q.trim();
  const [asked] = useDebouncedValue(typed, ASK_AFTER_MS);
  const query = useQuery({
    ...apiQuery('recipients', { q: asked }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <TextInput
        type="search"
        size="md"
        maw={640}
        mb="lg"
        autoFocus
        maxLength={LONGEST}
        label={t('label')}
        description={t('hint')}
        placeholder={t('placeholder')}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={q}
        onChange={({ currentTarget }) => void setQ(currentTarget.value || null)}
      />
      {asked === '' ? (
        <EmptyState icon={<IconUserSearch size={22} aria-hidden />} title={t('start')}>
          {t('startBody')}
        </EmptyState>
      ) : (
        <QueryState query={query}>
          {({ data }) =>
            data.length > 0 ? (
              <FoundList found={data} />
            ) : (
              <EmptyState icon={<IconUserSearch size={22} aria-hidden />} title={t('nothing')}>
                {t('nothingBody')}
              </EmptyState>
            )
          }
        </QueryState>
      )}
    </>
  );
}
