'use client';

import { IconDatabaseExport, IconTestPipe } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useAction } from '@/components/layout/use-action';
import { SHARED, useLocked } from '@/components/layout/use-locked';
import type { BackupsView } from '@/lib/backup/view';
import { orderBackupAction, orderTestAction } from './actions';

type Props = { backups: BackupsView };

export function BackupActions({ backups: { data, keyHere, making, testing } }: Props) {
  const t = useTranslations('configuration.backups');
  const locked = useLocked('config.write', SHARED);
  const make = useAction(orderBackupAction, { invalidates: ['backups'], success: t('ordered') });
  const test = useAction(orderTestAction, { invalidates: ['backups'], success: t('testOrdered') });
  const untestable = data.length === 0 ? t('noneToTest') : !keyHere && t('keyElsewhere');
  return (
    <>
      <ReasonedButton
        variant="default"
        leftSection={<IconTestPipe size={16} aria-hidden />}
        loading={test.pending}
        disabledReason={locked ?? (untestable || (testing && t('testing')))}
        onClick={() => void test.run({})}
      >
        {t('test')}
      </ReasonedButton>
      <ReasonedButton
        leftSection={<IconDatabaseExport size={16} aria-hidden />}
        loading={make.pending}
        disabledReason={locked ?? (making && t('making'))}
        onClick={() => void make.run({})}
      >
        {t('now')}
      </ReasonedButton>
    </>
  );
}
