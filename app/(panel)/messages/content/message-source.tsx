'use client';

import { Anchor, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiPath, apiTextQuery } from '@/components/layout/api';
import { PlainText } from '@/components/table/plain-text';
import { QueryState } from '@/components/table/query-state';

/** Attachments make sources long; a browser is no place for megabytes of base64. */
const SHOWN_CHARACTERS = 200_000;

export function MessageSource({ id }: { id: string }) {
  const t = useTranslations('messages.content');
  const query = useQuery({
    ...apiTextQuery('messages/[id]/source', { id }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <QueryState query={query}>
      {(source) => (
        <Stack gap="xs">
          <PlainText label={t('source')}>{source.slice(0, SHOWN_CHARACTERS)}</PlainText>
          <Anchor href={apiPath('messages/[id]/source', { id })} download={`${id}.eml`} size="sm">
            {source.length > SHOWN_CHARACTERS ? t('downloadWhole') : t('download')}
          </Anchor>
        </Stack>
      )}
    </QueryState>
  );
}
