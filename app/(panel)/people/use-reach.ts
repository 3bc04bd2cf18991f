'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useCompanies } from '@/components/layout/use-companies';

/** For which companies somebody works, in words; of one that was deleted there is only its id. */
export function useReach(): (companies: string[] | null) => string {
  const t = useTranslations('people');
  const { list } = useFormatter();
  const known = useCompanies();
  return (companies) =>
    companies === null
      ? t('all')
      : list(companies.map((key) => known.find((company) => company.key === key)?.name ?? key));
}
