'use client';

import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/form/link-button';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useLocked } from '@/components/layout/use-locked';
import { paths } from '@/lib/paths';
import type { ProviderView } from '@/lib/providers/schema';
import { providerState } from './provider-state';
import { TryNow } from './try-now';
import { useResume } from './use-resume';
import { useUnfinished } from './use-unfinished';

type Props = { provider: ProviderView };

/** The one thing to do next with a provider, by how it stands. */
export function ProviderNextStep({ provider }: Props) {
  const t = useTranslations('providers');
  const disabledReason = useLocked('providers.write', provider);
  const { resume, pending } = useResume(provider);
  const unfinished = useUnfinished(provider);
  // What somebody else began is theirs to finish; for others it is a paused provider.
  const state = providerState(provider, unfinished === 'mine');

  if (state === 'unfinished')
    return (
      <LinkButton href={paths.newProvider()} size="xs" disabledReason={disabledReason}>
        {t('finishSetup')}
      </LinkButton>
    );

  if (state === 'paused')
    return (
      <ReasonedButton
        size="xs"
        loading={pending}
        disabledReason={disabledReason}
        onClick={() => void resume()}
      >
        {t('resume')}
      </ReasonedButton>
    );
  if (state === 'stopped') return <TryNow provider={provider} size="xs" />;
  if (state === 'misconfigured')
    return (
      <LinkButton
        href={paths.provider(provider.id, { tab: 'settings' })}
        size="xs"
        variant="filled"
        disabledReason={disabledReason}
      >
        {t('trouble.mend')}
      </LinkButton>
    );
  const label = { working: t('testAgain'), untested: t('testNow') }[state as string] ?? t('findOut');
  return (
    <LinkButton
      href={paths.provider(provider.id, { test: 'now' })}
      size="xs"
      variant={state === 'working' ? 'default' : 'filled'}
      disabledReason={disabledReason}
    >
      {label}
    </LinkButton>
  );
}
