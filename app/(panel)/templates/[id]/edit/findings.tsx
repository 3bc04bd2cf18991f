'use client';

import { List, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { BlockDocument } from '@/lib/templates/blocks/document';
import type { DraftPreview } from '@/lib/templates/preview-draft';
import { NodeLink } from './node-link';
import type { Edit } from './use-edit';

type Props = { findings: DraftPreview['findings']; document: BlockDocument; edit: Edit };

/** What mail programs and readers would hold against it, each with the block that it is about. */
export function Findings({ findings, document, edit }: Props) {
  const t = useTranslations('editor.preview');
  if (findings.length === 0) return <Text size="sm">{t('fine')}</Text>;
  return (
    <List size="sm" spacing={4} aria-label={t('findings')}>
      {findings.map(({ code, level, what, block }) => (
        <List.Item key={code}>
          <strong>{t(`levels.${level}`)}:</strong> {what}{' '}
          <NodeLink id={block} document={document} edit={edit} />
        </List.Item>
      ))}
    </List>
  );
}
