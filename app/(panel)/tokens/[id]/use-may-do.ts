'use client';

import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { useCompanies } from '@/components/layout/use-companies';
import type { TokenDetail } from '@/lib/tokens/schema';
import { useDeeds } from '../use-deeds';

/** What a token may do and what bounds it, in sentences. */
export function useMayDo(token: TokenDetail): string[] {
  const t = useTranslations('tokens');
  const format = useFormatter();
  const deeds = useDeeds();
  const companies = useCompanies();
  const names = useQuery(apiQuery('providers')).data?.data ?? [];
  const nameOf = (id: string) =>
    names.find((provider) => provider.id === id)?.name ?? t('mayDo.goneProvider');
  const { scopes, fromDomains, allowedIps, providers, limits, expiresAt, company } = token;
  const either = (items: string[]) => format.list(items, { type: 'disjunction' });
  return [
    deeds(scopes),
    company && t('mayDo.company', { company: companies.find(({ key }) => key === company)?.name ?? company }),
    token.kind === 'test' && t('mayDo.test'),
    fromDomains && t('mayDo.fromDomains', { domains: either(fromDomains) }),
    providers && t('mayDo.providers', { providers: either(providers.map(nameOf)) }),
    allowedIps && t('mayDo.allowedIps', { ranges: either(allowedIps) }),
    limits?.minute && t('mayDo.limitMinute', { count: limits.minute }),
    limits?.day && t('mayDo.limitDay', { count: limits.day }),
    expiresAt
      ? t('mayDo.expires', { date: format.dateTime(new Date(expiresAt), { dateStyle: 'long' }) })
      : t('mayDo.never'),
  ].filter((sentence): sentence is string => Boolean(sentence));
}
