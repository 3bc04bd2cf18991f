'use client';

import { Anchor } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { BlockDocument } from '@/lib/templates/blocks/document';
import { findNode } from '@/lib/templates/blocks/edits';
import type { Edit } from './use-edit';
import { useSummary } from './use-summary';

type Props = { id: string | null | undefined; document: BlockDocument; edit: Edit };

/** Names the block that something is about, and leads to its fields. */
export function NodeLink({ id, document, edit }: Props) {
  const t = useTranslations('editor');
  const summary = useSummary();
  const node = id ? findNode(document, id) : null;
  if (!id || !node) return null;
  const words = node.type === 'block' ? summary(node.block) : '';
  const name =
    node.type === 'block' ? t(`blocks.${node.block.kind}`) : t('outline.section', { number: node.at + 1 });
  return (
    <Anchor component="button" type="button" size="sm" underline="always" onClick={() => edit.toForm(id)}>
      {words ? `${name}: ${words.slice(0, 30)}` : name}
    </Anchor>
  );
}
