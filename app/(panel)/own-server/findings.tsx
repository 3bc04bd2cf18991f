'use client';

import { Anchor, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { HealthItem } from '@/lib/domains/health/schema';

/** What a look found, in words, with the page where a person gets off a list. `good`: what there is to say where all is well. */
export function Findings({ item: { findings }, good }: { item: HealthItem; good: string }) {
  const t = useTranslations('findings');
  const tHealth = useTranslations('domainHealth');
  if (findings.length === 0)
    return (
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {good}
      </Text>
    );
  return findings.map(({ code, values, url }) => (
    <Text size="sm" key={`${code} ${values.list ?? values.host ?? ''}`} style={{ overflowWrap: 'anywhere' }}>
      {t.has(code as never) ? t(code as never, values as never) : code}
      {url && (
        <>
          {' '}
          <Anchor href={url} target="_blank" rel="noreferrer" size="sm" underline="always">
            {tHealth('removal', { list: String(values.list) })}
          </Anchor>
        </>
      )}
    </Text>
  ));
}
