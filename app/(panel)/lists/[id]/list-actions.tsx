'use client';

import { Group } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { WindowButton } from '@/components/form/window-button';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import type { ListView } from '@/lib/lists/schema';
import { paths } from '@/lib/paths';
import { deleteListAction } from '../actions';

const ListWindow = dynamic(() => import('../list-window').then((module) => module.ListWindow), {
  ssr: false,
});

export function ListActions({ list }: { list: ListView }) {
  const t = useTranslations('lists.actions');
  const router = useRouter();
  const confirm = useConfirm();
  const disabledReason = useLocked('lists.write', list);
  const remove = useAction(deleteListAction, {
    invalidates: ['lists'],
    success: t('deleted'),
    onSuccess: () => router.push(paths.lists()),
  });
  const ask = async () => {
    const answers = { confirmLabel: t('delete'), keepLabel: t('keep'), danger: true };
    if (await confirm({ title: t('deleteTitle', { title: list.title }), body: t('deleteBody'), ...answers }))
      await remove.run({ id: list.id });
  };
  return (
    <Group gap="xs">
      <ReasonedButton
        variant="default"
        loading={remove.pending}
        onClick={() => void ask()}
        disabledReason={disabledReason}
      >
        {t('delete')}
      </ReasonedButton>
      <WindowButton
        variant="default"
        window={(props) => <ListWindow {...props} stored={list} />}
        disabledReason={disabledReason}
      >
        {t('edit')}
      </WindowButton>
    </Group>
  );
}
