'use client';

import { Button, Group, Modal, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { CopyableText } from '@/components/layout/copyable-text';
import { Notice } from '@/components/table/notice';
import type { LinkMail } from '@/lib/people/schema';

export type GivenLink = { link?: string; mail: LinkMail };

type Props = { title: string; given: GivenLink | undefined; to: string; onClose: () => void };

/** The link is told this once, so a click beside the window does not close it. */
export function LinkWindow({ title, given, to, onClose }: Props) {
  const t = useTranslations('common');
  return (
    <Modal
      opened={given !== undefined}
      onClose={onClose}
      title={title}
      size="lg"
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {given && <LinkGiven given={given} to={to} onDone={onClose} />}
    </Modal>
  );
}

/** What became of the message with the link, and the link itself for who hands it over otherwise. */
export function LinkGiven({ given, to, onDone }: { given: GivenLink; to: string; onDone: () => void }) {
  const t = useTranslations('people.link');
  return (
    <Stack>
      <Notice tone={given.mail === 'sent' ? 'good' : 'warn'} role="status">
        {t(`mail.${given.mail}`, { email: to })}
      </Notice>
      {given.link && <CopyableText label={t('label')} text={given.link} />}
      <Group justify="flex-end">
        <Button onClick={onDone}>{t('done')}</Button>
      </Group>
    </Stack>
  );
}
