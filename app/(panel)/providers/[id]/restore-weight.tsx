'use client';

import type { ButtonProps } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { formatPercent } from '@/components/layout/quantities';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { restoreWeightAction } from '../actions';
import type { DetailProps } from './detail-props';

type Props = DetailProps &
  ButtonProps & {
    /** Undo this change only. */
    change?: string;
    /** What it will have then. */
    percent?: number;
  };

/** Gives back what self-healing took from the weight. */
export function RestoreWeight({ provider, change, percent = 100, ...button }: Props) {
  const t = useTranslations('providers.restoreWeight');
  const locked = useLocked('providers.write', provider);
  const locale = useLocale();
  const share = formatPercent(percent / 100, locale);
  const { run, pending } = useAction(restoreWeightAction, {
    invalidates: ['providers'],
    success: t('done', { name: provider.name, percent: share }),
  });
  return (
    <ReasonedButton
      variant="default"
      size="compact-sm"
      {...button}
      loading={pending}
      disabledReason={locked}
      onClick={() => void run({ id: provider.id, change })}
    >
      {t(change ? 'undo' : 'all')}
    </ReasonedButton>
  );
}
