'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { FormWindow } from '@/components/form/form-window';
import { useFormAction } from '@/components/form/use-form-action';
import { apiQuery } from '@/components/layout/api';
import { QueryState } from '@/components/table/query-state';
import { paths } from '@/lib/paths';
import { inSendingOrder } from '../providers/provider-state';
import { startDrillAction } from './actions';
import { DrillForm } from './drill-form';

type Props = { opened: boolean; onClose: () => void; ownAddress: string };

export function NewDrill({ opened, onClose, ownAddress }: Props) {
  const t = useTranslations('drills');
  const router = useRouter();
  const providers = useQuery(apiQuery('providers'));
  const { submit, pending, error } = useFormAction(startDrillAction, {
    invalidates: ['drills', 'providers'],
    onSuccess: ({ id }) => router.push(paths.drill(id)),
  });
  return (
    <FormWindow opened={opened} onClose={onClose} title={t('start')}>
      <QueryState query={providers}>
        {({ data }) => (
          <DrillForm
            providers={inSendingOrder(data).filter(({ active }) => active)}
            ownAddress={ownAddress}
            onSubmit={submit}
            pending={pending}
            error={error}
          />
        )}
      </QueryState>
    </FormWindow>
  );
}
