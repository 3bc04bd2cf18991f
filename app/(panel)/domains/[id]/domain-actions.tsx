'use client';

import { IconTrash } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import type { DomainView } from '@/lib/domains/schema';
import { paths } from '@/lib/paths';
import { deleteDomainAction } from '../actions';

export function DomainActions({ domain }: { domain: DomainView }) {
  const { id, shownName: name } = domain;
  const t = useTranslations('domains.remove');
  const locked = useLocked('domains.write', domain);
  const confirm = useConfirm();
  const router = useRouter();
  const remove = useAction(deleteDomainAction, {
    success: t('done'),
    invalidates: ['domains'],
    onSuccess: () => router.push(paths.domains()),
  });
  const ask = async () => {
    const answers = { confirmLabel: t('confirm'), keepLabel: t('keep'), danger: true };
    if (await confirm({ title: t('title', { name }), body: t('body'), ...answers })) await remove.run({ id });
  };
  return (
    <ReasonedButton
      variant="default"
      leftSection={<IconTrash size={16} aria-hidden />}
      loading={remove.pending}
      onClick={() => void ask()}
      disabledReason={locked}
    >
      {t('button')}
    </ReasonedButton>
  );
}
