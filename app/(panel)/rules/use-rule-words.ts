'use client';

import { useFormatter, useTranslations } from 'next-intl';
import type { RuleView } from '@/lib/rules/schema';
import { presetOf } from './presets';

/** What a rule says and when, as a person reads it. */
export function useRuleWords() {
  const t = useTranslations('rules');
  const { list } = useFormatter();
  const about = ({ conditions, before }: Pick<RuleView, 'conditions' | 'before'>) => {
    const parts = conditions.map(({ field, op, value, than, plus }) => {
      const other = than === undefined ? String(value ?? '') : plus ? `${than} + ${plus}` : than;
      return t(`says.${op}`, { field, value: other });
    });
    const days = before && t('says.before', { field: before.field, days: list(before.days.map(String)) });
    return list([...(days ? [days] : []), ...parts], { type: 'conjunction' });
  };
  const when = ({ cron, timeZone }: Pick<RuleView, 'cron' | 'timeZone'>) => {
    const preset = presetOf(cron);
    return `${preset ? t(`when.${preset}`) : cron} (${timeZone})`;
  };
  return { about, when };
}
