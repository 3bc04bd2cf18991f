import { publicUrl } from '@/lib/env';
import type { Locale } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translate';
import { paths } from '@/lib/paths';
import { PROBLEM_REASONS, type ProviderProblem } from '@/lib/providers/health/health-schema';
import { alertPath } from './alert-path';
import type { AlertKind } from './kinds';

export type Occasion = 'fired' | 'still' | 'over' | 'test';

type Written = {
  kind: string;
  values: Record<string, string | number>;
  firedAt: Date;
  resolvedAt: Date | null;
};

/** What an alert is, in one sentence. */
export function titleOf(language: Locale, kind: AlertKind, values: Written['values']): string {
  const t = translator(language);
  if (kind === 'disk_low' && 'stopped' in values) return t(`alerts.kinds.disk_low.stopped`);
  return t(`alerts.kinds.${kind}.title`, values);
}

/** Who must act, and how. A provider that cannot be used as it is set has a reason, which no test of it would tell better. */
export function todoOf(language: Locale, kind: AlertKind, values: Written['values']): string {
  const t = translator(language);
  const { problem } = values;
  if (kind === 'provider_down' && isReason(problem))
    return t(`home.attention.misconfiguredHelp.${problem}`, values);
  return t(`alerts.kinds.${kind}.do`);
}

function isReason(problem: string | number | undefined): problem is ProviderProblem['reason'] {
  return (PROBLEM_REASONS as readonly unknown[]).includes(problem);
}

/** A mail: what, since when, who must act, and where. */
export function writeMail(alert: Written, occasion: Occasion, language: Locale, timeZone: string) {
  const { values, firedAt, resolvedAt } = alert;
  const kind = alert.kind as AlertKind;
  const t = translator(language);
  const at = (date: Date) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(date);
  const title = titleOf(language, kind, values);
  const isOver = occasion === 'over' && resolvedAt;
  const lines = [
    ...(occasion === 'test' ? [t('alerts.mails.isTest')] : []),
    title,
    t('alerts.mails.since', { at: at(firedAt) }),
    isOver ? t('alerts.mails.over', { at: at(resolvedAt) }) : todoOf(language, kind, values),
    `${t(`alerts.kinds.${kind}.button`)}: ${publicUrl()}${alertPath(kind, values)}`,
    ...(isOver ? [] : [`${t('alerts.mails.all')}: ${publicUrl()}${paths.alerts()}`]),
  ];
  return { subject: t(`alerts.mails.subject.${occasion}`, { title }), text: lines.join('\n\n') };
}
