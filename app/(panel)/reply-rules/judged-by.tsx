'use client';

import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { RuleLink } from './rule-link';

/** Told wherever a verdict is that no table made. */
export function JudgedBy({ rule }: { rule: { id: string; name: string } }) {
  const t = useTranslations('suppressions.replies');
  return (
    <Text size="xs" c="dimmed">
      {t.rich('judged', { link: () => <RuleLink rule={rule} /> })}
    </Text>
  );
}
