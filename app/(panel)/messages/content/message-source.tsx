'use client';

import { Anchor, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiText } from '@/components/layout/api';
import { nounKey } from '@/components/layout/noun-key';
import { PlainText } from '@/components/table/plain-text';
import { QueryState } from '@/components/table/query-state';

/** Attachments make sources long; a browser is no place for megabytes of base64. */
const SHOWN_CHARACTERS = 200_000;

export function MessageSource({ id }: { id: string }) {
  const t = useTranslations('messages.content');
  const path = `messages/${id}/source`;
  const query = useQuery({
    queryKey: [...nounKey('messages'), path],
    queryFn: ({ signal }) => apiText(path, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <QueryState query={query}>
      {(source) => (
        <Stack gap="xs">
          <PlainText label={t('source')}>{source.slice(0, SHOWN_CHARACTERS)}</PlainText>
          <Anchor href={`/api/v1/${path}`} download={`${id}.eml`} size="sm">
            {source.length > SHOWN_CHARACTERS ? t('downloadWhole') : t('download')}
          </Anchor>
        </Stack>
      )}
    </QueryState>
  );
}
