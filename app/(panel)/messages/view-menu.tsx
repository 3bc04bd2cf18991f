'use client';

import { ActionIcon, Menu } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconColumns3, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import type { MessageView, ViewInput } from '@/lib/views/schema';
import { deleteViewAction, updateViewAction } from './actions';

const SaveView = dynamic(() => import('./save-view').then((module) => module.SaveView), { ssr: false });

/** What can be done to the saved view that is shown. */
export function ViewMenu({ view, columns }: { view: MessageView; columns: ViewInput['columns'] }) {
  const t = useTranslations('messages.views');
  const confirm = useConfirm();
  const router = useRouter();
  const [renaming, { open, close }] = useDisclosure(false);
  const refresh = { onSuccess: () => router.refresh() };
  const remove = useAction(deleteViewAction, refresh);
  const update = useAction(updateViewAction, { ...refresh, success: t('columnsKept', { name: view.name }) });
  const ask = async () => {
    const { id, name } = view;
    const question = {
      title: t('deleteTitle', { name }),
      body: t('deleteBody'),
      confirmLabel: t('delete'),
      keepLabel: t('keep'),
      danger: true,
    };
    if (await confirm(question)) await remove.run({ id });
  };
  return (
    <>
      <Menu position="bottom-start" withinPortal={false}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t('menu', { name: view.name })}>
            <IconDots size={15} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={15} aria-hidden />} onClick={open}>
            {t('rename')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconColumns3 size={15} aria-hidden />}
            onClick={() => void update.run({ id: view.id, columns })}
          >
            {t('keepColumns')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={15} aria-hidden />} onClick={() => void ask()}>
            {t('delete')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {renaming && <SaveView {...view} onClose={close} />}
    </>
  );
}
