import type { Context } from '@/lib/context';
import { translator } from '@/lib/i18n/translate';
import type { TestResult } from './adapter';

/** What is wrong, who must act and the fix, in the reader's language. */
export function summarizeTest(
  ctx: Context,
  { ok, cause }: { ok: boolean; cause?: string | null },
  name: string,
): string {
  const t = translator(ctx.locale);
  return ok ? t('tests.ok', { name }) : t(`tests.causes.${cause ?? 'protocol'}`, { name });
}

export function durationOf({ steps }: TestResult): number {
  return steps.reduce((sum, step) => sum + step.ms, 0);
}
