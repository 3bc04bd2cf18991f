'use client';

import { Alert, Button, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { apiQuery } from '@/components/layout/api';
import { NotFoundNotice } from '@/components/layout/notice';
import { PageHeader } from '@/components/layout/page-header';
import { WayBack } from '@/components/layout/way-back';
import { QueryState } from '@/components/table/query-state';
import { paths } from '@/lib/paths';
import type { TemplateView } from '@/lib/templates/view-schema';
import { getTemplateDraftAction } from './actions';
import { draftOf } from './draft';

/** What was kept is in the browser alone: nothing of it can be drawn before. */
const Editor = dynamic(() => import('./editor').then((module) => module.Editor), { ssr: false });

type Props = { id: string; email: string };

/** What others save meanwhile is told, and takes nothing away from under the hands. */
export function EditScreen({ id, email }: Props) {
  const t = useTranslations('editor');
  const query = useQuery(apiQuery('templates/[id]', { id }));
  if (query.data === undefined && (query.error as { code?: unknown } | null)?.code === 'not_found')
    return <NotFoundNotice way={{ href: paths.templates(), label: t('back') }} />;
  const way = <WayBack href={paths.template(id)} label={t('back')} />;
  return (
    <QueryState query={query} heading={<PageHeader above={way} title={t('title')} />}>
      {(template) => <Opened template={template} email={email} />}
    </QueryState>
  );
}

function Opened({ template, email }: { template: TemplateView; email: string }) {
  const t = useTranslations('editor');
  const [turn, setTurn] = useState(0);
  const draft = draftOf(template);
  // Asked for each time: another machine may have gone on since.
  const { data: there } = useQuery({
    queryKey: ['template-draft', template.id, turn],
    queryFn: async () => {
      // Where it cannot be asked for, there still is what this browser kept.
      const answer = await getTemplateDraftAction({ id: template.id }).catch(() => null);
      return answer?.ok ? answer.data : null;
    },
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
    enabled: draft !== null,
  });
  if (draft && there === undefined) return <Skeleton height={480} />;
  if (draft && there !== undefined)
    return (
      <Editor
        key={`${template.id} ${turn}`}
        template={template}
        stored={draft}
        there={there}
        email={email}
        onTakeTheirs={() => setTurn(turn + 1)}
      />
    );
  return (
    <>
      <PageHeader
        above={<WayBack href={paths.template(template.id)} label={template.title} />}
        title={t('title')}
      />
      <Alert title={t('source.title')}>
        <p>{t('source.body')}</p>
        <Button component={Link} href={paths.template(template.id)} variant="default">
          {t('source.open')}
        </Button>
      </Alert>
    </>
  );
}
