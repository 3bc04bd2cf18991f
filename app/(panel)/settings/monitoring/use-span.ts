import { useTranslations } from 'next-intl';

const HOUR = 60;
const DAY = 1440;

/** Minutes in the greatest unit that they are whole in: 60 minutes, 24 hours, 7 days. */
export function useSpan(): (minutes: number) => string {
  const t = useTranslations('alerts.rules.spans');
  return (minutes) => {
    if (minutes > DAY && minutes % DAY === 0) return t('days', { count: minutes / DAY });
    if (minutes > HOUR && minutes % HOUR === 0) return t('hours', { count: minutes / HOUR });
    return t('minutes', { count: minutes });
  };
}
