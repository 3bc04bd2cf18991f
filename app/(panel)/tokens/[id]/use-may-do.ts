'use client';

import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { useCompanies } from '@/components/layout/use-companies';
import type { TokenDetail } from '@/lib/tokens/schema';

/** What a token may do and what bounds it, in sentences. */
export function useMayDo(token: TokenDetail): string[] {
  const t = useTranslations('tokens');
  const format = useFormatter();
  const companies = useCompanies();
  const names = useQuery(apiQuery('providers')).data?.data ?? [];
  const nameOf = (id: string) =>
    names.find((provider) => provider.id === id)?.name ?? t('mayDo.goneProvider');
  const { scopes, fromDomains, allowedIps, providers, limits, expiresAt, company } = token;
  const list = (items: string[], type: 'conjunction' | 'disjunction' = 'conjunction') =>
    format.list(items, { type });
  const deeds = scopes.map((scope) => lowerFirst(t(`scopes.${scope.replace(':', '_')}`)));
  return [
    t('mayDo.scopes', { deeds: list(deeds) }),
    company && t('mayDo.company', { company: companies.find(({ key }) => key === company)?.name ?? company }),
    token.kind === 'test' && t('mayDo.test'),
    fromDomains && t('mayDo.fromDomains', { domains: list(fromDomains, 'disjunction') }),
    providers && t('mayDo.providers', { providers: list(providers.map(nameOf), 'disjunction') }),
    allowedIps && t('mayDo.allowedIps', { ranges: list(allowedIps, 'disjunction') }),
    limits?.minute && t('mayDo.limitMinute', { count: limits.minute }),
    limits?.day && t('mayDo.limitDay', { count: limits.day }),
    expiresAt
      ? t('mayDo.expires', { date: format.dateTime(new Date(expiresAt), { dateStyle: 'long' }) })
      : t('mayDo.never'),
  ].filter((sentence): sentence is string => Boolean(sentence));
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
