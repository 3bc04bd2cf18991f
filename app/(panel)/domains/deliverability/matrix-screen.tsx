'use client';

import { IconMailCheck, IconWorldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { PageHeader } from '@/components/layout/page-header';
import { pollEvery } from '@/components/layout/poll-every';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { WayBack } from '@/components/layout/way-back';
import { EmptyState } from '@/components/table/empty-state';
import { QueryState } from '@/components/table/query-state';
import { paths } from '@/lib/paths';
import { checkMatrixAction } from '../actions';
import { Matrix } from './matrix';

const WATCH_MS = 15_000;

/** Would mail arrive as one's own: every domain, by every provider that could come to send it. */
export function MatrixScreen() {
  const t = useTranslations('domains.matrix');
  const tDomains = useTranslations('domains');
  const locked = useLocked('domains.write');
  const query = useQuery({ ...apiQuery('domains/deliverability'), refetchInterval: pollEvery(WATCH_MS) });
  const check = useAction(checkMatrixAction, { invalidates: ['domains'], success: tDomains('pairs.done') });
  const button = (
    <ReasonedButton
      leftSection={<IconMailCheck size={16} aria-hidden />}
      loading={check.pending}
      disabledReason={locked}
      onClick={() => void check.run({})}
    >
      {t('check')}
    </ReasonedButton>
  );
  return (
    <>
      <PageHeader
        above={<WayBack href={paths.domains()} label={tDomains('title')} />}
        title={t('title')}
        description={t('lead')}
        actions={button}
      />
      <QueryState query={query}>
        {(view) =>
          view.data.length === 0 || view.providers.length === 0 ? (
            <EmptyState icon={<IconWorldCheck size={22} aria-hidden />} title={t('empty.title')}>
              {t('empty.body')}
            </EmptyState>
          ) : (
            <Matrix view={view} />
          )
        }
      </QueryState>
    </>
  );
}
