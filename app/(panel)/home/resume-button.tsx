'use client';

import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import type { ProviderView } from '@/lib/providers/schema';
import { useResume } from '../providers/use-resume';

/** Switches on one that somebody paused; it asks where its last test failed. */
export function ResumeButton({ provider, canEdit }: { provider: ProviderView; canEdit: boolean }) {
  const t = useTranslations('providers');
  const tCommon = useTranslations('common');
  const { resume, pending } = useResume(provider);
  return (
    <ReasonedButton
      size="xs"
      loading={pending}
      disabledReason={canEdit ? null : tCommon('readOnly')}
      onClick={() => void resume()}
    >
      {t('resumeOne', { name: provider.name })}
    </ReasonedButton>
  );
}
