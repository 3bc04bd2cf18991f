'use client';

import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { PRIORITIES } from '@/lib/queue/priority';
import { usePause } from '../queue/use-pause';

/** Sending goes on, for all priorities that are paused. */
export function ResumeQueue({ canEdit }: { canEdit: boolean }) {
  const t = useTranslations('queue.resumeAll');
  const tCommon = useTranslations('common');
  const { resume, pending } = usePause(t('done'));
  return (
    <ReasonedButton
      size="xs"
      loading={pending}
      disabledReason={canEdit ? null : tCommon('readOnly')}
      onClick={() => void resume([...PRIORITIES])}
    >
      {t('button')}
    </ReasonedButton>
  );
}
