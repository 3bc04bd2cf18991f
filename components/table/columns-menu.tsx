'use client';

import { Button, Checkbox, Popover, ScrollArea, Stack } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';

type Props<Name extends string> = {
  /** All there are, in the order in which they stand; the first is each row's name and stays. */
  all: readonly Name[];
  titleOf: (name: Name) => string;
  shown: Name[];
  /** Somebody chose them, so that they can be given back. */
  chosen: boolean;
  onChange: (columns: Name[] | null) => void;
};

/** Which columns a list has, for this person. */
export function ColumnsMenu<Name extends string>({ all, titleOf, shown, chosen, onChange }: Props<Name>) {
  const t = useTranslations('common.columns');
  const [first] = all;
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
          onChange={(names) => onChange(all.filter((name) => name === first || names.includes(name)))}
        >
          <ScrollArea.Autosize mah={320} type="auto">
            <Stack gap={8} pr="sm">
              {all.map((name) => (
                <Checkbox key={name} size="xs" value={name} label={titleOf(name)} disabled={name === first} />
              ))}
            </Stack>
          </ScrollArea.Autosize>
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
