'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { Time } from '@/components/layout/time';
import type { ProviderHealth, ProviderPace } from '@/lib/providers/health/health-schema';

export function isSlowed({ pace }: Pick<ProviderHealth, 'pace'>): boolean {
  return pace.since !== null;
}

/** "Slowed down to 2.5 a second since 10:42: “too many emails per second”." and unless `short`, what else its refusals left of it. */
export function SlowedText({ pace, short }: { pace: ProviderPace; short?: boolean }) {
  const t = useTranslations('providers.pace');
  const format = useFormatter();
  const { perSecond, configuredPerSecond, connections, pausedUntil, since, reply } = pace;
  const clock = (value: string | null) => () => value && <Time value={value} format="clock" />;
  const rate = format.number(perSecond ?? 0, { maximumSignificantDigits: 2 });
  return (
    <>
      {perSecond !== null && perSecond !== configuredPerSecond
        ? t.rich('slowed', { rate, time: clock(since) })
        : t.rich('refused', { time: clock(since) })}
      {reply ? t('said', { reply }) : '.'}
      {!short && connections !== null && ` ${t('connections', { count: connections })}`}
      {!short && pausedUntil && <> {t.rich('paused', { time: clock(pausedUntil) })}</>}
    </>
  );
}
