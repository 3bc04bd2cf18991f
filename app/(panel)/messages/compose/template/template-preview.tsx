'use client';

import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { ApiProblem, apiPost } from '@/components/layout/api';
import { nounKey } from '@/components/layout/noun-key';
import { Notice } from '@/components/table/notice';
import { examplesOf } from '@/lib/templates/examples-of';
import type { VariableDeclaration } from '@/lib/templates/variables';
import type { PreviewView } from '@/lib/templates/view-schema';
import type { ComposeValues } from '../compose-values';
import { HtmlPreview } from '../html-preview';
import { filled } from './filled';

const PAUSE_MS = 400;

type Props = { id: string; number: number; variables: VariableDeclaration[] };

/** The mail that it will be, made by the same code that sends it; with an example wherever nothing is filled in yet. */
export function TemplatePreview({ id, number, variables }: Props) {
  const t = useTranslations('messages.compose.template');
  const [language, given] = useWatch<ComposeValues, ['language', 'variables']>({
    name: ['language', 'variables'],
  });
  const own = filled(given ?? {});
  const asked = { number, variables: { ...examplesOf(variables), ...own }, ...(language && { language }) };
  // As text: an object of each drawing would be another one, and nothing would ever come to rest.
  const [settled] = useDebouncedValue(JSON.stringify(asked), PAUSE_MS);
  const { data, error } = useQuery({
    queryKey: [...nounKey('templates'), 'preview', id, settled],
    queryFn: () => apiPost<PreviewView>(`templates/${encodeURIComponent(id)}/preview`, JSON.parse(settled)),
    retry: false,
    placeholderData: keepPreviousData,
  });
  const isMissing = variables.some(({ name, required }) => required && !(name in own));
  if (error instanceof ApiProblem)
    return (
      <Notice tone="warn" title={t('cannotShow')} role="status">
        {error.detail}
      </Notice>
    );
  if (!data) return null;
  return (
    <div>
      <Text size="sm" fw={500}>
        {t('subject', { subject: data.subject })}
      </Text>
      {isMissing && (
        <Text size="sm" c="dimmed">
          {t('missing')}
        </Text>
      )}
      <HtmlPreview html={data.html} files={[]} />
    </div>
  );
}
