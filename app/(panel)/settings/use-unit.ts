'use client';

import { useTranslations } from 'next-intl';

/** What stands behind the number, by the name of the setting: units come last in it. */
export function useUnit(path: string): string {
  const t = useTranslations('settings.units');
  if (path.endsWith('Percent') || path.startsWith('delivery.balanced.')) return ' %';
  if (path.endsWith('Minutes')) return ' min';
  if (path.endsWith('Budget')) return ' USD';
  if (path.endsWith('Seconds')) return ' s';
  if (path.endsWith('Hour')) return ':00';
  if (path.endsWith('Hours')) return ` ${t('hours')}`;
  if (path.endsWith('Mb')) return ' MB';
  return /\.days$|Days$/.test(path) ? ` ${t('days')}` : '';
}
