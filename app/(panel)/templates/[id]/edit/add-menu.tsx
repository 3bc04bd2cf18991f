'use client';

import { Button, Menu } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import type { Place } from '@/lib/templates/blocks/edits';
import { BLOCK_KINDS, type BlockKindName } from '@/lib/templates/blocks/registry';
import classes from './editor.module.css';
import { useDragged } from './use-dragged';
import type { Edit } from './use-edit';

type Props = { label: string; onAdd: (kind: BlockKindName) => void; place: Place; edit: Edit };

/** At the end of a column: what can be added, and where a block that is dragged can be put last. */
export function AddMenu({ label, onAdd, place, edit }: Props) {
  const t = useTranslations('editor');
  const row = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const hasAdded = useRef(false);
  const add = (kind: BlockKindName) => {
    hasAdded.current = true;
    onAdd(kind);
  };
  // What was added has the keyboard; who changed their mind has it back.
  const close = () => {
    if (!hasAdded.current) button.current?.focus();
    hasAdded.current = false;
  };
  const isOver = useDragged(row, { id: '', isSection: true, place, onDrop: edit.drop });
  return (
    <div ref={row} className={classes.row} data-over={isOver || undefined}>
      <Menu position="bottom-start" withinPortal returnFocus={false} onClose={close}>
        <Menu.Target>
          <Button
            ref={button}
            variant="subtle"
            size="compact-sm"
            leftSection={<IconPlus size={14} aria-hidden />}
            aria-label={label}
          >
            {t('outline.addShort')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={360} style={{ overflowY: 'auto' }}>
          {BLOCK_KINDS.map((kind) => (
            <Menu.Item key={kind} onClick={() => add(kind)}>
              {t(`blocks.${kind}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
