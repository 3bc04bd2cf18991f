'use client';

import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useLocked } from '@/components/layout/use-locked';
import type { ProviderView } from '@/lib/providers/schema';
import { useResume } from '../providers/use-resume';

/** Switches on one that somebody paused; it asks where its last test failed. */
export function ResumeButton({ provider }: { provider: ProviderView }) {
  const t = useTranslations('providers');
  const locked = useLocked('providers.write', provider);
  const { resume, pending } = useResume(provider);
  return (
    <ReasonedButton size="xs" loading={pending} disabledReason={locked} onClick={() => void resume()}>
      {t('resumeOne', { name: provider.name })}
    </ReasonedButton>
  );
}
