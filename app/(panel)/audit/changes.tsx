'use client';

import { Anchor, Code, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { AuditChange } from '@/lib/audit/schema';

const SHOWN = 4;

/** Field by field, old and new; of many the first few, and the rest on request. */
export function Changes({ changes }: { changes: AuditChange[] }) {
  const t = useTranslations('audit');
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, SHOWN);
  return (
    <>
      {shown.map(({ field, before, after }) => (
        <Text key={field} size="xs" style={{ overflowWrap: 'anywhere' }}>
          <Code>{field}</Code> {before !== undefined && <del>{told(before)}</del>}
          {before !== undefined && after !== undefined && ' → '}
          {after !== undefined && <ins style={{ textDecoration: 'none' }}>{told(after)}</ins>}
        </Text>
      ))}
      {changes.length > shown.length && (
        <Anchor component="button" type="button" size="xs" onClick={() => setAll(true)}>
          {t('more', { count: changes.length - shown.length })}
        </Anchor>
      )}
    </>
  );
}

function told(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
