import { useTranslations } from 'next-intl';
import type { RecordView } from '@/lib/domains/schema';

/** What was found in words, and what to do; a code of another version of Relevo is told in its own English. */
export function useFinding({ finding, summary }: RecordView): { what: string; fix: string } {
  const t = useTranslations('domains');
  if (!finding) return { what: t('notLooked'), fix: '' };
  const at = `findings.${finding.code}` as 'findings.missing';
  if (!t.has(at)) return { what: summary, fix: '' };
  const params = finding.params as Record<string, string>;
  // What is right needs nothing.
  const fix = t.has(`${at}.fix`) ? t(`${at}.fix`, params) : '';
  return { what: t(`${at}.what`, params), fix };
}
