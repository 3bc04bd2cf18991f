'use client';

import { Button, Group, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { apiGet } from '@/components/layout/api';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import { Notice } from '@/components/table/notice';
import { isSame } from '@/lib/settings/difference';
import { AT_START, type SystemSettings } from '@/lib/settings/system';
import { restartAction } from './actions';
import type { SystemFacts } from './system-facts';

/** Between the old process and the new one nobody answers for longer than this. */
const LOOK_MS = 400;
const LONGEST_MS = 60_000;

type Props = { saved: SystemSettings; facts: SystemFacts; lockedReason: string | null };

/** Something saved is not what runs: what to press. */
export function RestartNotice({ saved, facts, lockedReason }: Props) {
  const t = useTranslations('settings.restart');
  const confirm = useConfirm();
  const [isAway, setAway] = useState(false);
  const restart = useAction(restartAction, { onSuccess: () => setAway(true) });
  useReloadOnceBack(isAway);
  if (isAway) return <Notice tone="busy">{t('underWay')}</Notice>;
  if (AT_START.every((section) => isSame(withFixed(saved, facts, section), facts.started[section])))
    return null;
  const ask = async () => {
    const question = { title: t('title'), body: t('body'), confirmLabel: t('now'), keepLabel: t('later') };
    if (await confirm(question)) await restart.run({});
  };
  return (
    <Notice tone="warn">
      <Group justify="space-between" gap="sm">
        <Text size="sm">{t(facts.supervised ? 'needed' : 'byHand')}</Text>
        {facts.supervised && !lockedReason && (
          <Button
            size="xs"
            leftSection={<IconRefresh size={14} aria-hidden />}
            loading={restart.pending}
            onClick={() => void ask()}
          >
            {t('now')}
          </Button>
        )}
      </Group>
    </Notice>
  );
}

function withFixed(saved: SystemSettings, { fixed }: SystemFacts, section: keyof SystemSettings) {
  const names = Object.entries(saved[section]);
  return Object.fromEntries(
    names.map(([name, value]) => [name, fixed[`system.${section}.${name}`] ?? value]),
  );
}

/** The page was made by the old process: once that has gone and a new one answers, it is loaded anew. */
function useReloadOnceBack(isAway: boolean): void {
  useEffect(() => {
    if (!isAway) return;
    const since = Date.now();
    let wasGone = false;
    const timer = setInterval(async () => {
      const answers = await apiGet('status').then(
        () => true,
        () => false,
      );
      if (!answers) wasGone = true;
      if ((answers && wasGone) || Date.now() - since > LONGEST_MS) window.location.reload();
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [isAway]);
}
