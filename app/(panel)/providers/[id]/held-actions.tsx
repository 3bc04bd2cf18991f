'use client';

import { Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import type { ProviderListsView } from '@/lib/suppressions/held/schema';
import { applyListsAction, readListsAction } from '../../suppressions/actions';
import type { DetailProps } from './detail-props';

type Props = DetailProps & { lists: ProviderListsView };

/** First it is read, then a person has seen the difference, then it is taken over. */
export function HeldActions({ provider, lists }: Props) {
  const t = useTranslations('providers.lists');
  const locked = useLocked('suppressions.write', provider);
  const confirm = useConfirm();
  const invalidates = ['providers', 'suppressions'];
  const read = useAction(readListsAction, { invalidates });
  const apply = useAction(applyListsAction, { invalidates });
  const { difference, step } = lists;
  const working = step === 'rest' ? null : t('working');
  const counts = { theirs: difference?.theirs.total ?? 0, lifted: difference?.lifted.total ?? 0 };
  const ask = async () => {
    const question = { title: t('applyTitle'), body: t('applyBody', counts) };
    const answers = { confirmLabel: t('applyConfirm'), keepLabel: t('applyKeep') };
    if (await confirm({ ...question, ...answers })) await apply.run({ id: provider.id });
  };
  const isSame = counts.theirs + counts.lifted === 0;
  return (
    <Group gap="xs">
      <ReasonedButton
        size="sm"
        variant={difference ? 'default' : 'filled'}
        loading={read.pending}
        disabledReason={locked ?? working}
        onClick={() => void read.run({ id: provider.id })}
      >
        {t(difference ? 'readAgain' : 'read')}
      </ReasonedButton>
      {difference && (
        <ReasonedButton
          size="sm"
          loading={apply.pending}
          disabledReason={locked ?? working ?? (isSame ? t('same') : null)}
          onClick={() => void ask()}
        >
          {t('apply')}
        </ReasonedButton>
      )}
    </Group>
  );
}
