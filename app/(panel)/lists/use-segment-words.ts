'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import type { SegmentRule, SegmentRules } from '@/lib/segments/schema';

/** What rules say, in words. */
export function useSegmentWords(): (rules: SegmentRules) => string {
  const t = useTranslations('lists.segments');
  const lists = useQuery(apiQuery('lists')).data?.data ?? [];
  const sayRule = ({ field, op, value }: SegmentRule) => {
    const name = field.startsWith('fields.') ? field.slice('fields.'.length) : t(`fields.${field}` as never);
    const shown = field === 'list' ? (lists.find(({ id }) => id === value)?.title ?? '') : value;
    const isDays = op === 'within' || op === 'not_within' || op === 'older_than';
    const what = isDays ? t('days', { count: Number(value) }) : String(shown ?? '');
    return [name, t(`operators.${op}`), what].filter(Boolean).join(' ');
  };
  return ({ match, groups }) =>
    groups
      .map((group) => group.rules.map(sayRule).join(` ${t(`and.${group.match}`)} `))
      .join(` ${t(`and.${match}`)} `);
}
