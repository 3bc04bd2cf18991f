'use client';

import { ActionIcon, Group, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useLocked } from '@/components/layout/use-locked';
import type { ProviderView } from '@/lib/providers/schema';
import { keepsNamedOnly, turnOf } from './provider-state';
import { useReorder } from './use-reorder';

type Props = { provider: ProviderView; all: ProviderView[] };

/** When it gets its turn, and two keys to change that. */
export function ProviderTurn({ provider, all }: Props) {
  const t = useTranslations('providers.order');
  const { move, canMove, pending } = useReorder(all);
  const { id, name, active } = provider;
  const locked = useLocked('providers.write', provider);
  const turn = turnOf(provider, all);
  const named = keepsNamedOnly(provider, all);
  const none = () => (!active ? 'paused' : named ? 'named' : 'notCalled');
  const words = turn
    ? t(turn.shared ? 'shared' : turn.place === 1 ? 'first' : 'place', { place: turn.place })
    : t(none());
  const keys = [
    { by: -1, label: t('earlier', { name }), Icon: IconArrowUp },
    { by: 1, label: t('later', { name }), Icon: IconArrowDown },
  ];
  return (
    <Group gap={4} wrap="nowrap">
      <Text size="xs" c="dimmed">
        {words}
      </Text>
      {locked === null &&
        !named &&
        keys.map(({ by, label, Icon }) => (
          <ActionIcon
            key={by}
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={label}
            disabled={pending || !canMove(id, by)}
            onClick={() => void move(id, by)}
          >
            <Icon size={14} aria-hidden />
          </ActionIcon>
        ))}
    </Group>
  );
}
