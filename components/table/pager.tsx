'use client';

import { Button, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';

type Props = {
  atNewest: boolean;
  nextCursor: string | null;
  onNewer: () => void;
  onOlder: (cursor: string) => void;
};

/** Newer and older, in the order of the list. Not shown when everything fits on one page. */
export function Pager({ atNewest, nextCursor, onNewer, onOlder }: Props) {
  const t = useTranslations('common.table');
  if (atNewest && !nextCursor) return null;
  return (
    <Group component="nav" aria-label={t('pages')} justify="space-between" mt="sm">
      <Button
        variant="default"
        size="xs"
        leftSection={<IconChevronLeft size={14} aria-hidden />}
        disabled={atNewest}
        onClick={onNewer}
      >
        {t('newer')}
      </Button>
      <Button
        variant="default"
        size="xs"
        rightSection={<IconChevronRight size={14} aria-hidden />}
        disabled={!nextCursor}
        onClick={() => nextCursor && onOlder(nextCursor)}
      >
        {t('older')}
      </Button>
    </Group>
  );
}
