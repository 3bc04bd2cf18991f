'use client';

import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { COLUMNS, type ColumnName } from '@/lib/views/schema';

type Props = { shown: ColumnName[]; chosen: boolean; onChange: (columns: ColumnName[] | null) => void };

/** Which columns the list has, for this person. The subject is each row's name and stays. */
export function ColumnsMenu({ shown, chosen, onChange }: Props) {
  const t = useTranslations('messages.columns');
  return (
    <Popover position="bottom-end" withinPortal={false} trapFocus>
      <Popover.Target>
        <Button variant="default" size="xs" leftSection={<IconColumns3 size={14} aria-hidden />}>
          {t('choose')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Checkbox.Group
          aria-label={t('choose')}
          value={shown}
          onChange={(names) => onChange(COLUMNS.filter((name) => name === 'subject' || names.includes(name)))}
        >
          <Stack gap={8}>
            {COLUMNS.map((name) => (
              <Checkbox key={name} size="xs" value={name} label={t(name)} disabled={name === 'subject'} />
            ))}
          </Stack>
        </Checkbox.Group>
        {chosen && (
          <Button variant="subtle" size="compact-xs" mt="sm" onClick={() => onChange(null)}>
            {t('usual')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
