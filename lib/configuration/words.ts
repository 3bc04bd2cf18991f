import type { FieldChange } from '@/lib/changes';
import type { Locale } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translate';
import type { Applied } from './apply';
import type { Step } from './plan';
import type { VersionLine } from './versions/schema';

const LONGEST = 80;

/** What would be done, or was, for people to read: how much of it, then each thing. */
export function tellPlan(
  { added, changed, removed, steps, conflicts, comments }: Applied,
  language: Locale,
): string[] {
  const t = translator(language);
  const both = conflicts.map((conflict) =>
    t('configuration.both', {
      path: conflict.path,
      base: short(conflict.base),
      theirs: short(conflict.theirs),
      mine: short(conflict.mine),
    }),
  );
  if (comments > 0) both.push(t('configuration.comments', { count: comments }));
  if (steps.length === 0)
    return [t(comments > 0 ? 'configuration.onlyComments' : 'configuration.nothing'), ...both];
  return [
    t('configuration.counts', { added, changed, removed }),
    ...steps.map((step) => tellStep(step, language)),
    ...both,
  ];
}

/** `Provider Office: settings.port 587 → 465`. */
export function tellStep({ action, section, company, name, changes }: Step, language: Locale): string {
  const t = translator(language);
  const noun = t(`configuration.sections.${section}`);
  const owner = company === null ? '' : ` (${company})`;
  const what = name === '' ? noun : `${noun}: ${name}${owner}`;
  const told = t(`configuration.actions.${action}`, { what });
  return changes.length === 0 ? told : `${told}: ${changes.map(tellChange).join(', ')}`;
}

function tellChange({ path, before, after }: FieldChange): string {
  return `${path} ${short(before)} → ${short(after)}`;
}

function short(value: unknown): string {
  const text = typeof value === 'string' && value !== '' ? value : (JSON.stringify(value ?? null) ?? '');
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST).toWellFormed()}…` : line;
}

/** `12  2026-11-30 08:12 UTC  ana@example.com: Change Provider: Office, and 2 more`. */
export function tellLine(
  { number, at, by, things, added, changed, removed }: VersionLine,
  language: Locale,
): string {
  const t = translator(language);
  const who = by.map(({ name }) => name).join(', ');
  const told = things.map((thing) => tellStep({ ...thing, changes: [] }, language));
  const more = added + changed + removed - things.length;
  const what = [...told, ...(more > 0 ? [t('configuration.versions.more', { count: more })] : [])];
  const when = `${at.slice(0, 16).replace('T', ' ')} UTC`;
  return [`${number}`, when, who, what.join('; ')].filter(Boolean).join('  ');
}
