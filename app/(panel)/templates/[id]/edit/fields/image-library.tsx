'use client';

import { ActionIcon, Group, Modal, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import { useOpenedLate } from '@/components/layout/use-opened-late';
import { QueryState } from '@/components/table/query-state';
import type { ImageView } from '@/lib/images/schema';
import { deleteImageAction } from './actions';
import classes from './fields.module.css';

type Props = {
  opened: boolean;
  onClose: () => void;
  company: string | undefined;
  lockedReason: string | null;
  onPick: (image: ImageView) => void;
};

/** Those that were uploaded before, the newest first. */
export function ImageLibrary({ opened, onClose, company, lockedReason, onPick }: Props) {
  const t = useTranslations('editor.image.library');
  const common = useTranslations('common');
  const openedLate = useOpenedLate(opened);
  const query = useQuery({ ...apiQuery('images', { company, limit: 100 }), enabled: opened });
  const pick = (image: ImageView) => {
    onPick(image);
    onClose();
  };
  return (
    <Modal
      opened={openedLate}
      onClose={onClose}
      title={t('title')}
      size="xl"
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <QueryState query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <Text c="dimmed">{t('empty')}</Text>
          ) : (
            <ul className={classes.pictures} aria-label={t('title')}>
              {data.map((image) => (
                <Picture
                  key={image.id}
                  image={image}
                  lockedReason={lockedReason}
                  onPick={() => pick(image)}
                />
              ))}
            </ul>
          )
        }
      </QueryState>
    </Modal>
  );
}

function Picture({
  image,
  lockedReason,
  onPick,
}: {
  image: ImageView;
  lockedReason: string | null;
  onPick: () => void;
}) {
  const t = useTranslations('editor.image.library');
  const confirm = useConfirm();
  const { filename: name, url, width, height } = image;
  const remove = useAction(deleteImageAction, { invalidates: ['images'], success: t('deleted') });
  const ask = async () => {
    const answers = { confirmLabel: t('confirm'), keepLabel: t('keep'), danger: true };
    if (await confirm({ title: t('question', { name }), body: t('body'), ...answers }))
      await remove.run({ id: image.id });
  };
  return (
    <li>
      <UnstyledButton className={classes.picture} onClick={onPick} aria-label={t('take', { name })}>
        {/* From this machine, whatever address mails load it by. */}
        {/* biome-ignore lint/performance/noImgElement: it is served as mails show it */}
        <img src={new URL(url).pathname} alt="" loading="lazy" />
      </UnstyledButton>
      <Group gap={4} wrap="nowrap" justify="space-between">
        <Text size="xs" c="dimmed" truncate title={name}>
          {t('size', { name, width, height })}
        </Text>
        <Tooltip label={lockedReason ?? t('delete', { name })}>
          <ActionIcon
            size="md"
            variant="subtle"
            color="gray"
            aria-label={t('delete', { name })}
            aria-disabled={lockedReason !== null}
            loading={remove.pending}
            onClick={() => !lockedReason && void ask()}
          >
            <IconTrash size={14} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Group>
    </li>
  );
}
