'use client';

import { List, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Notice } from '@/components/table/notice';
import type { FoundProblem } from '@/lib/mail-templates/schema';

/** What has no counterpart here, by its line. */
export function LeftOut({ problems }: { problems: FoundProblem[] }) {
  const t = useTranslations('providers.mailTemplates');
  if (problems.length === 0) return null;
  return (
    <Notice tone="warn" title={t('problems.title')}>
      <Text size="sm" mb={4}>
        {t('problems.lead')}
      </Text>
      <List size="sm" spacing={4}>
        {problems.map(({ part, line, code, shown }) => (
          <List.Item key={`${part} ${line} ${code} ${shown}`} style={{ overflowWrap: 'anywhere' }}>
            {t('problems.at', { part: t(`parts.${part}`), line })} {t(`problems.${code}`, { shown })}
          </List.Item>
        ))}
      </List>
    </Notice>
  );
}
