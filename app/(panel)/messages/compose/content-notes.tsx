'use client';

import { List, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle, IconChecklist } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { apiPost } from '@/components/layout/api';
import { nounKey } from '@/components/layout/noun-key';
import { Notice } from '@/components/table/notice';
import type { ContentCheck } from '@/lib/content-check/schema';
import type { ComposeValues } from './compose-values';

const PAUSE_MS = 800;
const MINUTE_MS = 60_000;

/** What filters and readers would hold against what was written so far, and what to do about it. It holds up nobody, unless the settings do. */
export function ContentNotes() {
  const t = useTranslations('messages.compose.contentNotes');
  const [subject = '', text = '', html = '', category] = useWatch<
    ComposeValues,
    ['subject', 'text', 'html', 'category']
  >({ name: ['subject', 'text', 'html', 'category'] });
  // As text: an object of each drawing would be another one, and nothing would ever come to rest.
  const [written] = useDebouncedValue(JSON.stringify({ subject, text, html, category }), PAUSE_MS);
  const isBegun = Boolean(text || html);
  const { data } = useQuery({
    queryKey: [...nounKey('messages'), 'check', written],
    queryFn: () => apiPost<ContentCheck>('messages/check', JSON.parse(written)),
    enabled: isBegun,
    staleTime: 10 * MINUTE_MS,
    retry: false,
    placeholderData: keepPreviousData,
  });
  if (!isBegun || !data || data.findings.length === 0) return null;
  const isRefused = data.refusedFrom !== null && data.score >= data.refusedFrom;
  return (
    <Notice
      tone={isRefused ? 'bad' : 'busy'}
      icon={isRefused ? <IconAlertTriangle aria-hidden /> : <IconChecklist aria-hidden />}
      title={t(isRefused ? 'refused' : 'title', { count: data.findings.length })}
      role="status"
    >
      {isRefused && <Text size="sm">{t('refusedBy', { score: data.score, from: data.refusedFrom! })}</Text>}
      <List size="sm">
        {data.findings.map(({ code, what, fix }) => (
          <List.Item key={code} style={{ overflowWrap: 'anywhere' }}>
            {what} {fix}
          </List.Item>
        ))}
      </List>
    </Notice>
  );
}
