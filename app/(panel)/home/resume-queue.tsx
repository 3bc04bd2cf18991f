'use client';

import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import { PRIORITIES } from '@/lib/queue/priority';
import { usePause } from '../queue/use-pause';

/** Sending goes on, for all priorities that are paused. */
export function ResumeQueue() {
  const t = useTranslations('queue.resumeAll');
  const locked = useLocked('messages.write', SHARED);
  const { resume, pending } = usePause(t('done'));
  return (
    <ReasonedButton
      size="xs"
      loading={pending}
      disabledReason={locked}
      onClick={() => void resume([...PRIORITIES])}
    >
      {t('button')}
    </ReasonedButton>
  );
}
