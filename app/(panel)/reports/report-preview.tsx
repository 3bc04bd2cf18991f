'use client';

import { Modal } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { apiPath } from '@/components/layout/api';
import type { ReportView } from '@/lib/reports/schema';
import classes from './report-preview.module.css';

type Props = { report: ReportView; opened: boolean; onClose: () => void };

/** The mail itself, made as it would go out now. */
export function ReportPreview({ report: { id, name }, opened, onClose }: Props) {
  const t = useTranslations('reports.preview');
  const close = useTranslations('common')('close');
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size={720}
      title={`${name} · ${t('title')}`}
      closeButtonProps={{ 'aria-label': close }}
    >
      <iframe
        sandbox=""
        src={apiPath('reports/[id]/preview', { id })}
        title={t('frame')}
        className={classes.frame}
      />
    </Modal>
  );
}
