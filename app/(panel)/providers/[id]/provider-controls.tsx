'use client';

import { IconTrash } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import { useErrorText } from '@/components/layout/use-error-text';
import { useLocked } from '@/components/layout/use-locked';
import { Notice } from '@/components/table/notice';
import { paths } from '@/lib/paths';
import type { ProviderView } from '@/lib/providers/schema';
import { deleteProviderAction } from '../actions';
import { PauseProvider } from '../pause-provider';

/** Pause, resume and delete; a refusal stays on the page with its reason. */
export function ProviderControls({ provider }: { provider: ProviderView }) {
  const t = useTranslations('providers');
  const tCommon = useTranslations('common');
  const disabledReason = useLocked('providers.write', provider);
  const router = useRouter();
  const confirm = useConfirm();
  const say = useErrorText();
  const [refusal, setRefusal] = useState<string | null>(null);
  const { id, name } = provider;
  const remove = useAction(deleteProviderAction, {
    success: t('deleted', { name }),
    onSuccess: () => router.push(paths.providers()),
    onError: (error) => {
      if (error.code !== 'provider_in_use') return false;
      setRefusal(say(error));
      return true;
    },
  });

  const askAndDelete = async () => {
    setRefusal(null);
    const question = {
      title: t('delete.title', { name }),
      body: t('delete.body'),
      confirmLabel: t('delete.confirm'),
      keepLabel: t('delete.keep'),
    };
    if (await confirm({ ...question, danger: true })) await remove.run({ id });
  };

  return (
    <>
      <PauseProvider provider={provider} />
      <ReasonedButton
        variant="default"
        leftSection={<IconTrash size={15} aria-hidden />}
        loading={remove.pending}
        disabledReason={disabledReason}
        onClick={() => void askAndDelete()}
      >
        {tCommon('delete')}
      </ReasonedButton>
      {refusal && (
        <Notice role="alert" tone="bad" title={t('delete.inUse')} w="100%">
          {refusal}
        </Notice>
      )}
    </>
  );
}
