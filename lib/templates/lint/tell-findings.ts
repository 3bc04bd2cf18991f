import type { Locale } from '@/lib/i18n/locales';
import { translator } from '@/lib/i18n/translate';
import { GRAVE_FLAWS } from './grave-flaws';
import { isGrave, type LintFinding } from './lint-mail';

/** The same in words, with what to do about it. */
export function tellFindings(findings: LintFinding[], locale: Locale): (LintFinding & { what: string })[] {
  const t = translator(locale);
  return findings.map((finding) => ({ ...finding, what: t(keyOf(finding), finding.values) }));
}

function keyOf(finding: LintFinding): string {
  return isGrave(finding) ? `flaws.${GRAVE_FLAWS[finding.code].code}` : `lint.${finding.code}`;
}
