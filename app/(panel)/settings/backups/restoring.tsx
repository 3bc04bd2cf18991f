'use client';

import { useTranslations } from 'next-intl';
import { CopyableText } from '@/components/layout/copyable-text';
import { SectionCard } from '@/components/layout/section-card';
import type { BackupsView } from '@/lib/backup/view';

/** With the one that can be relied on, where there is one. */
export function Restoring({ backups: { data, good } }: { backups: BackupsView }) {
  const t = useTranslations('configuration.backups');
  const name = (good ?? data[0])?.name ?? 'FILE.age';
  const commands = ['systemctl stop relevo', `./relevo restore ${name} --yes`, 'systemctl start relevo'];
  return (
    <SectionCard title={t('restore')} lead={t('restoreText')}>
      <CopyableText label={t('commands')} text={commands.join('\n')} />
    </SectionCard>
  );
}
