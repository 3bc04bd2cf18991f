'use client';

import { IconPaperclip } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Time } from '@/components/layout/time';
import type { SandboxRow } from '@/lib/sandbox/schema';
import { useTitle } from '../messages/use-title';
import classes from './sandbox.module.css';

type Props = { rows: SandboxRow[]; openId: string | null; onOpen: (id: string) => void };

export function MailList({ rows, openId, onOpen }: Props) {
  const t = useTranslations('sandbox');
  const title = useTitle();
  return (
    <ul className={classes.list} aria-label={t('list')}>
      {rows.map((row) => (
        <li key={row.id}>
          <button
            type="button"
            className={classes.mail}
            aria-current={row.id === openId || undefined}
            onClick={() => onOpen(row.id)}
          >
            <span className={classes.line}>
              <span className={classes.who}>{row.from?.name ?? row.from?.email ?? row.provider}</span>
              <span className={classes.when}>
                <Time value={row.capturedAt} />
              </span>
            </span>
            <span className={classes.line}>
              <span className={classes.subject}>{title(row)}</span>
              {row.attachmentCount > 0 && (
                <IconPaperclip size={14} role="img" aria-label={t('hasAttachments')} />
              )}
            </span>
            <span className={classes.to}>{t('toLine', { recipients: row.recipients.join(', ') })}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
