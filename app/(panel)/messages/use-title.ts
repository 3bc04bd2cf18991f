import { useTranslations } from 'next-intl';

/** What a message is called: its subject. Some emails have none, and other channels know no such thing. */
export function useTitle(): (message: { subject: string }) => string {
  const t = useTranslations('messages');
  return ({ subject }) => subject || t('noSubject');
}
