'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { AskingButton } from '@/components/form/asking-button';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import type { TypeView } from '@/lib/notifications/types/schema';
import { paths } from '@/lib/paths';
import { deleteTypeAction } from '../actions';

/** One that comes with Relevo goes back to what it was; one of one's own is gone. */
export function DeleteType({ type }: { type: TypeView }) {
  const t = useTranslations(`notification-types.${type.origin === 'own' ? 'delete' : 'reset'}`);
  const router = useRouter();
  const disabledReason = useLocked('notifications.write', type);
  const { run, pending } = useAction(deleteTypeAction, {
    invalidates: ['notification-types'],
    success: t('done'),
    onSuccess: () => {
      if (type.origin === 'own') router.push(paths.notificationTypes());
    },
  });
  return (
    <AskingButton
      question={{
        title: t('title', { title: type.title }),
        body: t('body'),
        confirmLabel: t('confirm'),
        keepLabel: t('keep'),
        danger: true,
      }}
      onYes={() => run({ id: type.id! })}
      pending={pending}
      disabledReason={disabledReason}
    >
      {t('button')}
    </AskingButton>
  );
}
