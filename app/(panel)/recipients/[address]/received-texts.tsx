import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { RowList } from '@/components/table/row-list';
import type { StoryView } from '@/lib/recipients/schema';

/** What they wrote of their own accord: it answers no message, so no message's page shows it. */
export function ReceivedTexts({ story: { wrote } }: { story: StoryView }) {
  const t = useTranslations('recipients.wrote');
  if (wrote.length === 0) return null;
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      <RowList label={t('title')}>
        {wrote.map(({ id, at, text, provider }) => (
          <li key={id}>
            <Text size="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
              {text}
            </Text>
            <Text size="xs" c="dimmed">
              {t.rich(provider ? 'to' : 'at', { provider: provider ?? '', time: () => <Time value={at} /> })}
            </Text>
          </li>
        ))}
      </RowList>
    </SectionCard>
  );
}
