'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { AskingButton } from '@/components/form/asking-button';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import type { ContactView } from '@/lib/contacts/schema';
import { paths } from '@/lib/paths';
import { deleteContactAction } from '../actions';
import { nameOf } from '../name-of';

export function DeleteContact({ contact }: { contact: ContactView }) {
  const t = useTranslations('contacts.delete');
  const router = useRouter();
  const disabledReason = useLocked('contacts.write', contact);
  const { run, pending } = useAction(deleteContactAction, {
    invalidates: ['contacts'],
    success: t('done'),
    onSuccess: () => router.push(paths.contacts()),
  });
  return (
    <AskingButton
      question={{
        title: t('title', { name: nameOf(contact) }),
        body: t('body'),
        confirmLabel: t('confirm'),
        keepLabel: t('keep'),
        danger: true,
      }}
      onYes={() => run({ id: contact.id })}
      pending={pending}
      disabledReason={disabledReason}
    >
      {t('button')}
    </AskingButton>
  );
}
