'use client';

import { ActionIcon, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy, IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Place } from '@/lib/templates/blocks/edits';
import classes from './editor.module.css';
import { useDragged } from './use-dragged';
import type { Edit } from './use-edit';

type Props = {
  id: string;
  label: string;
  detail?: string;
  isSection?: boolean;
  chosen: boolean;
  /** Where a block that is dropped on it would stand. */
  place?: Place;
  edit: Edit;
};

/**
 * One section or block. Dragging is one way of moving it; the buttons and Alt with the arrow keys are the others. Chosen by the keyboard, it
 * hands that on to its form.
 */
export function OutlineRow({ id, label, detail, isSection = false, chosen, place, edit }: Props) {
  const t = useTranslations('editor.row');
  const row = useRef<HTMLDivElement>(null);
  const choose = useRef<HTMLButtonElement>(null);
  // What was moved is drawn elsewhere: the keyboard goes with it.
  useEffect(() => {
    if (edit.next.current.row !== id) return;
    edit.next.current = {};
    choose.current?.focus();
  });
  const isOver = useDragged(row, { id, isSection, place, onDrop: edit.drop });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey && event.key === 'ArrowUp') edit.move(id, -1);
    else if (event.altKey && event.key === 'ArrowDown') edit.move(id, 1);
    else if (event.key === 'Delete') edit.remove(id);
    else return;
    event.preventDefault();
  };
  const of = detail ? `${label}: ${detail}` : label;
  const tools = [
    { key: 'up', Icon: IconArrowUp, run: () => edit.move(id, -1) },
    { key: 'down', Icon: IconArrowDown, run: () => edit.move(id, 1) },
    { key: 'copy', Icon: IconCopy, run: () => edit.duplicate(id) },
    { key: 'remove', Icon: IconTrash, run: () => edit.remove(id) },
  ] as const;
  return (
    <div ref={row} className={classes.row} data-chosen={chosen || undefined} data-over={isOver || undefined}>
      <UnstyledButton
        ref={choose}
        className={classes.choose}
        aria-pressed={chosen}
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Delete Enter"
        onClick={(event) => (event.detail === 0 ? edit.toForm(id) : edit.select(id))}
        onKeyDown={onKeyDown}
      >
        <Text size="sm" fw={isSection ? 600 : 500} component="span" display="block" truncate>
          {label}
        </Text>
        {detail && (
          <Text size="xs" c="dimmed" component="span" display="block" truncate>
            {detail}
          </Text>
        )}
      </UnstyledButton>
      {chosen &&
        tools.map(({ key, Icon, run }) => (
          <ActionIcon key={key} variant="subtle" size={26} aria-label={t(key, { of })} onClick={run}>
            <Icon size={16} aria-hidden />
          </ActionIcon>
        ))}
    </div>
  );
}
