'use client';

import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { type ComponentProps, useEffect, useState } from 'react';
import { apiPath } from '@/components/layout/api';
import type { MessageCount } from '@/lib/messages/count';
import { ColumnsMenu } from './columns-menu';
import { MessagesCount } from './messages-count';
import { SelectionBar } from './selection-bar';

type Props = {
  counted: MessageCount | undefined;
  match: Record<string, string>;
  ids: string[];
  canEdit: boolean;
  onClear: () => void;
  columns: ComponentProps<typeof ColumnsMenu>;
};

/** Above the rows: how many there are, what can be done to those picked, and how the list looks. */
export function MessagesBar({ counted, match, ids, canEdit, onClear, columns }: Props) {
  const t = useTranslations('messages');
  const [all, setAll] = useState(false);
  const filter = JSON.stringify(Object.keys(match).map((key) => (key === 'since' ? key : match[key])));
  // Another filter matches others, and whoever picks rows anew does not mean all.
  // biome-ignore lint/correctness/useExhaustiveDependencies: these are what it depends on
  useEffect(() => setAll(false), [filter, ids.length]);
  const total = counted && t(counted.exact ? 'count.exact' : 'count.more', { count: counted.count });
  const href = apiPath(
    'messages.csv',
    all || ids.length === 0 ? match : { ids: ids.slice(0, 200).join(',') },
  );
  return (
    <Group justify="space-between" gap="xs" mb="xs" mih={30}>
      {ids.length > 0 ? (
        <SelectionBar
          ids={ids}
          match={all ? match : null}
          total={total ?? null}
          canEdit={canEdit}
          onAll={() => setAll(true)}
          onClear={onClear}
        />
      ) : (
        <MessagesCount counted={counted} />
      )}
      <Group gap="xs" ml="auto">
        <ColumnsMenu {...columns} />
        <Button
          component="a"
          href={href}
          download
          variant="default"
          size="xs"
          aria-keyshortcuts="e"
          leftSection={<IconDownload size={14} aria-hidden />}
        >
          {ids.length > 0 && !all ? t('export.picked') : t('export.all')}
        </Button>
      </Group>
    </Group>
  );
}
