import { useTranslations } from 'next-intl';

/** What a message is called: its subject. Some emails have none, and other channels know no such thing. */
export function useTitle(): (message: { subject: string; ownTemplate?: true }) => string {
  const t = useTranslations('messages');
  return ({ subject, ownTemplate }) => subject || t(ownTemplate ? 'subjectOfTemplate' : 'noSubject');
}
