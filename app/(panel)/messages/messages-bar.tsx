'use client';

import { Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ComponentProps } from 'react';
import { apiPath } from '@/components/layout/api';
import { ExportLink } from '@/components/layout/export-link';
import type { MessageCount } from '@/lib/messages/count';
import { MOST_EXPORTED_BY_ID } from '@/lib/messages/most-exported';
import { ColumnsMenu } from './columns-menu';
import { MessagesCount } from './messages-count';
import { SelectionBar } from './selection-bar';
import type { Selection } from './use-selection';

type Props = {
  counted: MessageCount | undefined;
  match: Record<string, string>;
  selection: Selection;
  /** All that is picked was kept in a sandbox. */
  captured: boolean;
  columns: ComponentProps<typeof ColumnsMenu>;
};

/** Above the rows: how many there are, what can be done to those picked, and how the list looks. */
export function MessagesBar({ counted, match, selection, captured, columns }: Props) {
  const t = useTranslations('messages');
  const { ids, all } = selection;
  const total = counted && t(counted.exact ? 'count.exact' : 'count.more', { count: counted.count });
  const byId = ids.length > 0 && !all;
  // As many as an address has room for: the button says how many that are.
  const exported = ids.slice(0, MOST_EXPORTED_BY_ID);
  const href = apiPath('messages.csv', byId ? { ids: exported.join(',') } : match);
  return (
    <Group justify="space-between" gap="xs" mb="xs" mih={30}>
      {ids.length > 0 ? (
        <SelectionBar
          ids={ids}
          match={all ? match : null}
          total={total ?? null}
          captured={captured}
          onAll={selection.pickAll}
          onClear={selection.clear}
        />
      ) : (
        <MessagesCount counted={counted} />
      )}
      <Group gap="xs" ml="auto">
        <ColumnsMenu {...columns} />
        <ExportLink href={href} size="xs" keys="e">
          {byId
            ? t(exported.length < ids.length ? 'export.first' : 'export.picked', { count: exported.length })
            : t('export.all')}
        </ExportLink>
      </Group>
    </Group>
  );
}
