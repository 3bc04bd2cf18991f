'use client';

import { Anchor, Code, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useMode } from '@/components/layout/mode';
import type { AuditChange } from '@/lib/audit/schema';
import { ChangedValue } from './changed-value';
import { useFieldName } from './use-field-name';

const SHOWN = 4;
/** What changes with every change tells a reader nothing. */
const BOOKKEEPING = new Set(['version', 'createdAt', 'updatedAt']);

/** Field by field, old and new; of many the first few, and the rest on request. Technicians read them as programs do. */
export function Changes({ changes: all }: { changes: AuditChange[] }) {
  const t = useTranslations('audit');
  const { technical } = useMode();
  const nameOf = useFieldName();
  const [whole, setWhole] = useState(false);
  const changes = technical ? all : all.filter(({ field }) => !BOOKKEEPING.has(field));
  const shown = whole ? changes : changes.slice(0, SHOWN);
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
        <Anchor component="button" type="button" size="xs" onClick={() => setWhole(true)}>
          {t('more', { count: changes.length - shown.length })}
        </Anchor>
      )}
    </>
  );
}
