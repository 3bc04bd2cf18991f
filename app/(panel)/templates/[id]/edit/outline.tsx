'use client';

import { Stack, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { BlockDocument } from '@/lib/templates/blocks/document';
import { columnsOf } from '@/lib/templates/blocks/edits';
import { AddMenu } from './add-menu';
import { useComponents } from './components/use-components';
import classes from './editor.module.css';
import { OutlineRow } from './outline-row';
import type { Edit } from './use-edit';
import { useSummary } from './use-summary';

type Props = { document: BlockDocument; selected: string | null; edit: Edit };

/** What the mail is made of, in order: everything that the canvas shows can be reached, moved and removed here by the keyboard. */
export function Outline({ document, selected, edit }: Props) {
  const t = useTranslations('editor');
  const summary = useSummary();
  const { titleOf } = useComponents();
  return (
    <Stack gap="xs" component="section" aria-label={t('outline.label')}>
      <ol className={classes.list}>
        {document.sections.map((section, at) => (
          <li key={section.id}>
            <OutlineRow
              id={section.id}
              label={
                section.kind === 'component' ? t('component.row') : t('outline.section', { number: at + 1 })
              }
              {...(section.kind === 'component' && { detail: titleOf(section.component) })}
              isSection
              chosen={selected === section.id}
              edit={edit}
            />
            {columnsOf(section).map((column, place) => (
              <ol
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is nothing but its place
                key={place}
                className={`${classes.list} ${classes.nested}`}
                aria-label={t('outline.column', { number: place + 1, section: at + 1 })}
              >
                {column.blocks.map((block, index) => (
                  <li key={block.id}>
                    <OutlineRow
                      id={block.id}
                      label={t(`blocks.${block.kind}`)}
                      detail={summary(block)}
                      place={{ section: at, column: place, index }}
                      chosen={selected === block.id}
                      edit={edit}
                    />
                  </li>
                ))}
                <li>
                  <AddMenu
                    label={t('outline.add', { section: at + 1, column: place + 1 })}
                    onAdd={(kind) =>
                      edit.add(kind, { section: at, column: place, index: column.blocks.length })
                    }
                    place={{ section: at, column: place, index: column.blocks.length }}
                    edit={edit}
                  />
                </li>
              </ol>
            ))}
          </li>
        ))}
      </ol>
      {document.sections.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('outline.empty')}
        </Text>
      )}
    </Stack>
  );
}
