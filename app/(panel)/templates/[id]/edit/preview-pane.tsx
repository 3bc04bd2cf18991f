'use client';

import { SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { BlockDocument } from '@/lib/templates/blocks/document';
import type { DocumentFlaw } from '@/lib/templates/blocks/flaws-of';
import type { DraftPreview } from '@/lib/templates/preview-draft';
import type { VariableDeclaration } from '@/lib/templates/variables';
import { Canvas, type View } from './canvas';
import classes from './editor.module.css';
import { Findings } from './findings';
import { Problems } from './problems';
import type { Edit } from './use-edit';

const VIEWS: View[] = ['desktop', 'phone', 'dark', 'images', 'text'];

type Props = {
  shown: DraftPreview | null;
  problems: DocumentFlaw[];
  document: BlockDocument;
  variables: VariableDeclaration[];
  selected: string | null;
  edit: Edit;
};

/** The mail in the five ways in which it is read, and what is to be mended before many read it. */
export function PreviewPane({ shown, problems, document, variables, selected, edit }: Props) {
  const t = useTranslations('editor.preview');
  const [view, setView] = useState<View>('desktop');
  return (
    <Stack gap="xs" component="section" aria-label={t('label')}>
      <SegmentedControl
        size="xs"
        aria-label={t('how')}
        value={view}
        onChange={(next) => setView(next as View)}
        data={VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))}
      />
      <Problems problems={problems} document={document} variables={variables} edit={edit} />
      {shown === null && problems.length === 0 && <Skeleton height={320} />}
      {shown && (
        <Text size="sm" className={classes.text}>
          <strong>{shown.subject}</strong>
          {shown.preheader && <span className={classes.beside}> {shown.preheader}</span>}
        </Text>
      )}
      {shown && view === 'text' && (
        <Text component="pre" className={classes.text} size="sm">
          {shown.text}
        </Text>
      )}
      {shown && view !== 'text' && (
        <Canvas html={shown.html} view={view} selected={selected} onSelect={edit.select} />
      )}
      {shown && <Findings findings={shown.findings} document={document} edit={edit} />}
    </Stack>
  );
}
