'use client';

import { Button, Group, Text } from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import { Notice } from '@/components/table/notice';
import type { LevelView } from '@/lib/logs/schema';
import { setLogLevelAction } from './actions';

/** That more or less is logged at this moment, until when, and the way back. */
export function ChangedLevel({ changed: { level, until, setBy } }: { changed: LevelView }) {
  const t = useTranslations('workers.logs');
  const locked = useLocked('settings.write', SHARED);
  const back = useAction(setLogLevelAction, { invalidates: ['logs'], success: t('level.isBack') });
  return (
    <Notice tone="busy" icon={<IconAdjustments aria-hidden />} mb="md" role="status">
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          {t.rich('level.now', {
            level: t(`from.${level}`),
            by: setBy,
            time: () => <Time value={until} format="clock" />,
          })}
        </Text>
        {!locked && (
          <Button
            variant="subtle"
            size="compact-sm"
            loading={back.pending}
            onClick={() => void back.run({ level: null })}
          >
            {t('level.back')}
          </Button>
        )}
      </Group>
    </Notice>
  );
}
