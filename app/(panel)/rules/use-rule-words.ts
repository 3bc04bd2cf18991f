'use client';

import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import type { RuleView } from '@/lib/rules/schema';
import { presetOf } from './presets';

type Asked = Pick<RuleView, 'kind' | 'match' | 'conditions' | 'before'>;

/** What a rule says and when, as a person reads it: by titles and labels, not by the keys that programs use. */
export function useRuleWords() {
  const t = useTranslations('rules');
  const { list } = useFormatter();
  const kinds = useQuery(apiQuery('subject-kinds')).data?.data ?? [];
  const types = useQuery(apiQuery('notification-types')).data?.data ?? [];
  const about = ({ kind: key, match, conditions, before }: Asked) => {
    const kind = kinds.find((each) => each.key === key);
    const nameOf = (field: string) => kind?.fields.find(({ name }) => name === field)?.label ?? field;
    const parts = conditions.map(({ field, op, value, than, plus }) => {
      const name = nameOf(field);
      if (op === 'eq' && typeof value === 'boolean')
        return t(value ? 'says.yes' : 'says.no', { field: name });
      const other = than && nameOf(than);
      return t(`says.${op}`, {
        field: name,
        value: (plus ? `${other} + ${plus}` : other) ?? String(value ?? ''),
      });
    });
    const days =
      before && t('says.before', { field: nameOf(before.field), days: list(before.days.map(String)) });
    // One of several, and the day besides.
    const asked = match === 'any' ? [list(parts, { type: 'disjunction' })] : parts;
    const said = list([...(days ? [days] : []), ...asked.filter(Boolean)], { type: 'conjunction' });
    return `${kind?.title ?? key}: ${said}`;
  };
  const when = ({ cron, timeZone }: Pick<RuleView, 'cron' | 'timeZone'>) => {
    const preset = presetOf(cron);
    return `${preset ? t(`when.${preset}`) : cron} (${timeZone})`;
  };
  const tells = ({ type }: Pick<RuleView, 'type'>) => types.find(({ key }) => key === type)?.title ?? type;
  return { about, when, tells };
}
