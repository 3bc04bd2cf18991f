'use client';

import { Button, Group } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import type { useCursorStack } from './use-cursor-stack';

type Props = { paging: ReturnType<typeof useCursorStack>; nextCursor: string | null | undefined };

/** Newer and older, in the order of the list. Not shown when everything fits on one page. */
export function Pager({ paging: { atNewest, newer, older }, nextCursor }: Props) {
  const t = useTranslations('common.table');
  if (atNewest && !nextCursor) return null;
  return (
    <Group component="nav" aria-label={t('pages')} justify="space-between" mt="sm">
      <Button
        variant="default"
        size="xs"
        leftSection={<IconChevronLeft size={14} aria-hidden />}
        disabled={atNewest}
        onClick={newer}
      >
        {t('newer')}
      </Button>
      <Button
        variant="default"
        size="xs"
        rightSection={<IconChevronRight size={14} aria-hidden />}
        disabled={!nextCursor}
        onClick={() => nextCursor && older(nextCursor)}
      >
        {t('older')}
      </Button>
    </Group>
  );
}
