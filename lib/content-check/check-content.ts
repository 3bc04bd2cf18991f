import type { Context } from '@/lib/context';
import { translator } from '@/lib/i18n/translate';
import { currentSettings } from '@/lib/settings/current';
import { type Given, readWritten } from './read-written';
import { type ContentCode, RULES, type Written } from './rules';
import type { ContentCheck } from './schema';

/** What filters and readers would hold against a message, each with what to do about it. It is not changed, nor sent. */
export async function checkContent({ locale }: Pick<Context, 'locale'>, given: Given): Promise<ContentCheck> {
  const { delivery } = await currentSettings();
  const found = findIn(await readWritten(given, delivery));
  const t = translator(locale);
  return {
    score: scoreOf(found),
    findings: found.map(({ code, points, values }) => ({
      code,
      points,
      what: t(`content.${code}.what`, values),
      fix: t(`content.${code}.fix`, values),
    })),
    refusedFrom: delivery.contentCheck[given.category] || null,
  };
}

type Found = { code: ContentCode; points: number; values: Record<string, string | number> };

export function findIn(written: Written): Found[] {
  return Object.entries(RULES).flatMap(([code, { points, find }]) => {
    const values = find(written);
    return values ? [{ code: code as ContentCode, points, values }] : [];
  });
}

const MAX_SCORE = 100;

export function scoreOf(found: Found[]): number {
  const sum = found.reduce((total, { points }) => total + points, 0);
  return Math.min(sum, MAX_SCORE);
}
