'use client';

import { Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconClock } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Time } from '@/components/layout/time';
import { Notice } from '@/components/table/notice';
import type { BackupsView } from '@/lib/backup/view';

type Props = { backups: BackupsView };

/** A test that failed, or a Sunday and some days without one. */
const OLD_MS = 10 * 86_400_000;

/** The one sentence that people come for, and what is under way. */
export function BackupState({ backups }: Props) {
  const t = useTranslations('configuration.backups');
  const { making, testing } = backups;
  return (
    <Stack gap="sm" role="status">
      <Standing backups={backups} />
      {making && (
        <Notice tone="quiet" icon={<IconClock aria-hidden />}>
          {making.problem ? t('again', { why: making.problem }) : t('making')}
        </Notice>
      )}
      {testing && (
        <Notice tone="quiet" icon={<IconClock aria-hidden />}>
          {testing.problem ? t('again', { why: testing.problem }) : t('testing')}
        </Notice>
      )}
    </Stack>
  );
}

function Standing({ backups: { data, good } }: Props) {
  const t = useTranslations('configuration.backups');
  const [newest] = data;
  const warning = <IconAlertTriangle aria-hidden />;
  if (!newest) return <Told tone="warn" icon={warning} title={t('none')} text={t('noneText')} />;
  if (newest.problem)
    return (
      <Told tone="bad" icon={warning} title={t('failed')} text={t('failedText', { why: newest.problem })} />
    );
  if (!good) return <Told tone="warn" icon={warning} title={t('notTested')} text={t('notTestedText')} />;
  if (Date.now() - Date.parse(good.at) > OLD_MS)
    return <Told tone="warn" icon={warning} title={t('old')} text={t('oldText')} />;
  return (
    <Told
      tone="good"
      icon={<IconCircleCheck aria-hidden />}
      title={t.rich('good', { time: () => <Time value={good.at} format="clock" /> })}
      text={t.rich('goodText', { tested: () => <Time value={good.verifiedAt!} /> })}
    />
  );
}

type ToldProps = Pick<Parameters<typeof Notice>[0], 'tone' | 'icon' | 'title'> & { text: React.ReactNode };

function Told({ text, ...notice }: ToldProps) {
  return (
    <Notice {...notice}>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {text}
      </Text>
    </Notice>
  );
}
