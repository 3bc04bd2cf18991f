'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { OnceOpened } from '@/components/layout/once-opened';
import { useLocked } from '@/components/layout/use-locked';
import type { SubjectView } from '@/lib/subjects/schema';

const NotifyWindow = dynamic(() => import('./notify-window').then((module) => module.NotifyWindow), {
  ssr: false,
});

/** Tells of one subject by hand. */
export function NotifyButton({ subject }: { subject: SubjectView }) {
  const t = useTranslations('subjects.notify');
  const locked = useLocked('messages.send', subject);
  const [open, setOpen] = useState(false);
  return (
    <>
      <ReasonedButton
        variant="default"
        size="xs"
        aria-label={t('of', { key: subject.key })}
        onClick={() => setOpen(true)}
        disabledReason={locked ?? (subject.contactId === null ? t('nobody') : null)}
      >
        {t('button')}
      </ReasonedButton>
      <OnceOpened opened={open}>
        <NotifyWindow subject={subject} opened={open} onClose={() => setOpen(false)} />
      </OnceOpened>
    </>
  );
}
