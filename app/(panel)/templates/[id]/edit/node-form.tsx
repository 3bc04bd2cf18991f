'use client';

import { Select, Stack, Text, Title } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { z } from 'zod';
import { fieldErrorsOf } from '@/lib/field-errors';
import { AROUND } from '@/lib/templates/blocks/block';
import { type BlockDocument, Section } from '@/lib/templates/blocks/document';
import { type Node, setColumns } from '@/lib/templates/blocks/edits';
import { BLOCKS, type BlockKindName } from '@/lib/templates/blocks/registry';
import type { VariableDeclaration } from '@/lib/templates/variables';
import type { TemplateView } from '@/lib/templates/view-schema';
import { SaveAsComponent } from './components/save-as-component';
import { ShownComponent } from './components/shown-component';
import classes from './editor.module.css';
import { ConditionField } from './fields/condition-field';
import { ImageField } from './fields/image-field';
import { RepeatField } from './fields/repeat-field';
import { SchemaField } from './fields/schema-field';
import { withImage } from './fields/with-image';
import type { Edit } from './use-edit';

type Props = {
  node: Node;
  document: BlockDocument;
  variables: VariableDeclaration[];
  edit: Edit;
  template: TemplateView;
  language: string;
  locked: string | null;
};

/** What can be set of the chosen block or section, drawn from its own schema. */
export function NodeForm({ node, document, variables, edit, template, language, locked }: Props) {
  const t = useTranslations('editor');
  const thing = node.type === 'block' ? node.block : node.section;
  const shape: z.ZodRawShape =
    node.type === 'block' ? BLOCKS[node.block.kind as BlockKindName].shape : sectionShape(thing.kind);
  const parsed = (
    node.type === 'block' ? BLOCKS[node.block.kind as BlockKindName].schema : Section
  ).safeParse(thing, {
    reportInput: true,
  });
  const errors = parsed.success ? [] : fieldErrorsOf(parsed.error);
  const set = (key: string) => (value: unknown) => edit.set(thing.id, key, value);
  const values = thing as unknown as Record<string, unknown>;
  const form = useRef<HTMLDivElement>(null);
  // Where there is no room for it beside the mail, it is far below what was pressed.
  useEffect(() => {
    if (matchMedia('(max-width: 75em)').matches) form.current?.scrollIntoView({ block: 'start' });
  }, []);
  useEffect(() => {
    if (edit.next.current.form !== thing.id) return;
    edit.next.current = {};
    form.current?.querySelector<HTMLElement>('input, [contenteditable="true"], button')?.focus();
  });
  return (
    <Stack ref={form} gap="sm" component="section" aria-label={t('form.label')} className={classes.form}>
      <Title order={2} size="h4">
        {node.type === 'block' ? t(`blocks.${node.block.kind}`) : t(SECTION_TITLES[node.section.kind])}
      </Title>
      {node.type === 'section' && node.section.kind === 'component' && (
        <ShownComponent section={node.section} edit={edit} language={language} />
      )}
      {node.type === 'section' && node.section.kind === 'columns' && (
        <Select
          label={t('form.columns')}
          allowDeselect={false}
          data={['1', '2', '3', '4']}
          value={String(node.section.columns.length)}
          onChange={(count) => edit.document(setColumns(document, thing.id, Number(count ?? 1)))}
        />
      )}
      {node.type === 'block' && node.block.kind === 'image' && (
        <ImageField
          company={template.company}
          lockedReason={locked}
          onPick={(image) => edit.document(withImage(document, node, image))}
        />
      )}
      {Object.entries(shape).map(([key, schema]) => (
        <SchemaField
          key={`${thing.id}.${key}`}
          name={key}
          schema={schema as z.ZodType}
          value={values[key]}
          onChange={set(key)}
          errors={errors.filter(({ path }) => path === key || path.startsWith(`${key}.`))}
          path={key}
          variables={variables}
        />
      ))}
      <ConditionField value={thing.showIf} onChange={set('showIf')} variables={variables} />
      <RepeatField value={thing.repeat} onChange={set('repeat')} variables={variables} />
      {node.type === 'section' && node.section.kind === 'columns' && (
        <SaveAsComponent
          section={node.section}
          document={document}
          variables={variables}
          edit={edit}
          template={template}
          language={language}
          locked={locked}
        />
      )}
      {node.type === 'block' && Object.keys(shape).length === 0 && (
        <Text c="dimmed">{t('form.nothing')}</Text>
      )}
    </Stack>
  );
}

const SECTION_TITLES = { columns: 'form.section', component: 'component.row' } as const;

const OWN = new Set([...Object.keys(AROUND), 'kind', 'columns', 'padding', 'edge', 'component']);

function sectionShape(kind: string): z.ZodRawShape {
  const schema = Section.options.find((each) => each.shape.kind.value === kind)!;
  return Object.fromEntries(Object.entries(schema.shape).filter(([key]) => !OWN.has(key)));
}
