'use client';

import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useController } from 'react-hook-form';
import { apiQuery } from '@/components/layout/api';
import { WAYS } from './compose-values';

const TemplateFields = dynamic(
  () => import('./template/template-fields').then((module) => module.TemplateFields),
  { ssr: false },
);

type Props = { takesHtml: boolean; companyId: string | null; children: ReactNode };

/** What the message says: written here, or by a template; no choice while there is no template in use. */
export function BodyChoice({ takesHtml, companyId, children }: Props) {
  const t = useTranslations('messages.compose');
  const { field } = useController({ name: 'way' });
  const all = useQuery(apiQuery('templates')).data?.data ?? [];
  // Who sees all companies writes for none of them, which has the shared ones alone.
  const templates = all.filter(({ published, company }) => published && (companyId !== null || !company));
  const isMade = field.value === 'template';
  if (templates.length === 0 && !isMade) return children;
  return (
    <>
      <SegmentedControl
        w="fit-content"
        maw="100%"
        aria-label={t('way')}
        data={WAYS.map((value) => ({ value, label: t(`ways.${value}`) }))}
        value={field.value}
        onChange={field.onChange}
      />
      {isMade ? <TemplateFields templates={templates} shown={takesHtml} /> : children}
    </>
  );
}
