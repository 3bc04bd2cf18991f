'use client';

import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useConfirm } from '@/components/layout/confirm';
import { useMe } from '@/components/layout/me';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import type { PersonView } from '@/lib/people/schema';
import { activatePersonAction, deactivatePersonAction } from '../actions';

type Props = { person: PersonView; isLast: boolean };

/** Lets nobody in as that person from the next click on, or lets them in again. */
export function ActivatePerson({ person: { id, name, active }, isLast }: Props) {
  const t = useTranslations('people');
  const { id: mine } = useMe();
  const confirm = useConfirm();
  const locked = useLocked('people.write');
  const invalidates = ['people'];
  const activate = useAction(activatePersonAction, { invalidates, success: t('activate.done', { name }) });
  const deactivate = useAction(deactivatePersonAction, {
    invalidates,
    success: t('deactivate.done', { name }),
  });
  if (!active)
    return (
      <ReasonedButton
        loading={activate.pending}
        disabledReason={locked}
        onClick={() => void activate.run({ id })}
      >
        {t('activate.action')}
      </ReasonedButton>
    );
  const ask = async () => {
    const body = t(id === mine ? 'deactivate.ownBody' : 'deactivate.body');
    const answers = { confirmLabel: t('deactivate.confirm'), keepLabel: t('deactivate.keep') };
    if (await confirm({ title: t('deactivate.title', { name }), body, ...answers, danger: true }))
      await deactivate.run({ id });
  };
  return (
    <ReasonedButton
      variant="default"
      loading={deactivate.pending}
      disabledReason={locked ?? (isLast ? t('edit.last') : null)}
      onClick={() => void ask()}
    >
      {t('deactivate.action')}
    </ReasonedButton>
  );
}
