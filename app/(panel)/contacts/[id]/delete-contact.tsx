'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import type { ContactView } from '@/lib/contacts/schema';
import { paths } from '@/lib/paths';
import { deleteContactAction } from '../actions';
import { nameOf } from '../name-of';

export function DeleteContact({ contact }: { contact: ContactView }) {
  const t = useTranslations('contacts.delete');
  const router = useRouter();
  const confirm = useConfirm();
  const disabledReason = useLocked('contacts.write', contact);
  const { run, pending } = useAction(deleteContactAction, {
    invalidates: ['contacts'],
    success: t('done'),
    onSuccess: () => router.push(paths.contacts()),
  });
  const ask = async () => {
    const answers = { confirmLabel: t('confirm'), keepLabel: t('keep'), danger: true };
    if (await confirm({ title: t('title', { name: nameOf(contact) }), body: t('body'), ...answers }))
      await run({ id: contact.id });
  };
  return (
    <ReasonedButton
      variant="default"
      loading={pending}
      onClick={() => void ask()}
      disabledReason={disabledReason}
    >
      {t('button')}
    </ReasonedButton>
  );
}
