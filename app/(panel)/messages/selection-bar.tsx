'use client';

import { Button, Group, Text } from '@mantine/core';
import { IconBan, IconRefresh } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useLocked } from '@/components/layout/use-locked';
import { type Chosen, useActOnMany } from './use-act-on-many';

type Props = {
  ids: string[];
  /** All that the filters match, once somebody has chosen those. */
  match: Record<string, string> | null;
  total: string | null;
  /** All of them were kept in a sandbox. */
  captured: boolean;
  onAll: () => void;
  onClear: () => void;
};

/** What can be done to the rows that are picked, or to all that match. */
export function SelectionBar({ ids, match, total, captured, onAll, onClear }: Props) {
  const t = useTranslations('messages.selection');
  const locked = useLocked('messages.write');
  const { cancel, resend, pending } = useActOnMany(onClear);
  const chosen: Chosen = match ? { match } : { ids };
  const button = {
    size: 'xs',
    variant: 'default',
    loading: pending,
    disabledReason: locked,
  };
  return (
    <Group role="toolbar" aria-label={t('label')} gap="xs" wrap="wrap">
      <Text size="sm" fw={550} role="status">
        {match ? t('all', { total: total ?? '' }) : t('picked', { count: ids.length })}
      </Text>
      {!match && (
        <Button variant="subtle" size="compact-xs" onClick={onAll}>
          {t('pickAll')}
        </Button>
      )}
      <ReasonedButton
        {...button}
        leftSection={<IconRefresh size={14} aria-hidden />}
        onClick={() => resend(chosen)}
      >
        {t(captured ? 'forReal.button' : 'resend.button')}
      </ReasonedButton>
      <ReasonedButton
        {...button}
        leftSection={<IconBan size={14} aria-hidden />}
        onClick={() => cancel(chosen)}
      >
        {t('cancel.button')}
      </ReasonedButton>
      <Button variant="subtle" size="compact-xs" onClick={onClear}>
        {t('clear')}
      </Button>
    </Group>
  );
}
