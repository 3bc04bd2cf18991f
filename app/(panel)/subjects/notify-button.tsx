'use client';

import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useLocked } from '@/components/layout/use-locked';
import type { SubjectView } from '@/lib/subjects/schema';

/** Tells of one subject by hand. Its window is that of the page: a row may go while somebody reads what became of it. */
export function NotifyButton({ subject, onClick }: { subject: SubjectView; onClick: () => void }) {
  const t = useTranslations('subjects.notify');
  const locked = useLocked('messages.send', subject);
  return (
    <ReasonedButton
      variant="default"
      size="xs"
      aria-label={t('of', { key: subject.key })}
      onClick={onClick}
      disabledReason={locked ?? (subject.contactId === null ? t('nobody') : null)}
    >
      {t('button')}
    </ReasonedButton>
  );
}
