'use client';

import { Anchor, Code, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMode } from '@/components/layout/mode';
import type { AuditChange } from '@/lib/audit/schema';
import { ChangedValue } from './changed-value';
import { useFieldName } from './use-field-name';

const SHOWN = 4;

/** Field by field, old and new; of many the first few, and the rest on request. Technicians read them as programs do. */
export function Changes({ changes }: { changes: AuditChange[] }) {
  const t = useTranslations('audit');
  const { technical } = useMode();
  const nameOf = useFieldName();
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, SHOWN);
  return (
    <>
      {shown.map(({ field, before, after }) => (
        <Text key={field} size="xs" style={{ overflowWrap: 'anywhere' }}>
          {technical ? <Code>{field}</Code> : <b>{nameOf(field)}:</b>}{' '}
          {before !== undefined && (
            <del>
              <ChangedValue value={before} />
            </del>
          )}
          {before !== undefined && after !== undefined && ' → '}
          {after !== undefined && (
            <ins style={{ textDecoration: 'none' }}>
              <ChangedValue value={after} />
            </ins>
          )}
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
