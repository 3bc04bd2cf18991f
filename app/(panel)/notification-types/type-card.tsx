'use client';

import { Anchor, Card, Group, Switch, Text, Title } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useAction } from '@/components/layout/use-action';
import type { TypeView } from '@/lib/notifications/types/schema';
import { paths } from '@/lib/paths';
import { updateTypeAction } from './actions';
import { refOf } from './ref-of';
import { useChannelWords } from './use-channel-words';

type Props = { type: TypeView; lockedReason: string | null };

/** What it tells of, by which channels, and whether it is on. */
export function TypeCard({ type, lockedReason }: Props) {
  const t = useTranslations('notification-types');
  const say = useChannelWords();
  const { title, active, category, version, company } = type;
  const { run, pending } = useAction(updateTypeAction, {
    invalidates: ['notification-types'],
    success: t(active ? 'nowOff' : 'nowOn', { title }),
  });
  return (
    <Card component="article" withBorder>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Title order={2} size="h4">
            <Anchor component={Link} href={paths.notificationType(refOf(type))} inherit>
              {title}
            </Anchor>
          </Title>
          <Text size="sm" c="dimmed">
            {[t(`about.${category}`), company].filter(Boolean).join(' · ')}
          </Text>
        </div>
        <Switch
          checked={active}
          disabled={pending || lockedReason !== null}
          title={lockedReason ?? undefined}
          aria-label={t('isOn', { title })}
          onChange={() => void run({ id: refOf(type), active: !active, version })}
        />
      </Group>
      <Text size="sm" mt="sm">
        {say(type)}
      </Text>
    </Card>
  );
}
