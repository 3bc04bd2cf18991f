'use client';

import { useLocale, useTranslations } from 'next-intl';
import { formatPercent } from '@/components/layout/quantities';
import { Time } from '@/components/layout/time';
import type { ProviderView } from '@/lib/providers/schema';
import { type ProviderState, providerState } from './provider-state';

type Props = { provider: ProviderView };

/** How it stands, in a sentence; and in another that it gets fewer messages than usual, where that is so. */
export function ProviderStanding({ provider }: Props) {
  const t = useTranslations('providers.standing');
  const locale = useLocale();
  const { active, health } = provider;
  const percent = formatPercent(health.weightPercent / 100, locale);
  return (
    <>
      <Sentence provider={provider} state={providerState(provider)} />
      {active && health.weightPercent < 100 && ` ${t('lowered', { percent })}`}
    </>
  );
}

function Sentence({ provider, state }: Props & { state: ProviderState }) {
  const t = useTranslations('providers.standing');
  const locale = useLocale();
  const { health, lastTest } = provider;
  if (health.problem && state === 'misconfigured') {
    const { reason, detail } = health.problem;
    return t(`misconfigured.${reason}`, { detail });
  }
  const { openUntil, consecutiveFailures: failures, successRate } = health;
  if (state === 'stopped')
    return (
      <>
        {t.rich('stopped', { failures, time: () => openUntil && <Time value={openUntil} format="clock" /> })}{' '}
        {lastTest && !lastTest.ok && <LastTest lastTest={lastTest} />}
      </>
    );
  if (state === 'trying') return t('trying');
  if (state === 'degraded' || state === 'unhealthy')
    return t(state, { rate: formatPercent(successRate ?? 0, locale) });
  return <LastTest lastTest={lastTest} />;
}

function LastTest({ lastTest }: Pick<ProviderView, 'lastTest'>) {
  const t = useTranslations('providers');
  if (!lastTest) return t('standing.untested');
  const time = () => <Time value={lastTest.at} />;
  if (lastTest.ok) return t.rich('standing.working', { time });
  const cause = `causes.${lastTest.cause ?? 'protocol'}`;
  return t.rich('standing.failing', { cause: t.has(cause) ? t(cause) : t('causes.protocol'), time });
}
