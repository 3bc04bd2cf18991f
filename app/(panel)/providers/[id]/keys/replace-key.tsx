'use client';

import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { useNotify } from '@/components/layout/use-notify';
import { USUAL_KEY_GRACE_HOURS } from '@/lib/providers/keys/rotation-setting';
import { rotateKeyAction } from '../../actions';
import type { DetailProps } from '../detail-props';

/** Asks first, and says what came of it: it may go on by itself, or have failed. */
export function ReplaceKey({ provider, hasKey }: DetailProps & { hasKey: boolean }) {
  const t = useTranslations('providers.keys.schedule');
  const locked = useLocked('providers.write', provider);
  const confirm = useConfirm();
  const notify = useNotify();
  const { run, pending } = useAction(rotateKeyAction, {
    invalidates: ['providers'],
    onSuccess: ({ state }) => notify(t(`started.${state}`), state === 'failed' ? 'bad' : 'good'),
  });
  const ask = async () => {
    const { id, name, keyRotation } = provider;
    const hours = keyRotation?.graceHours ?? USUAL_KEY_GRACE_HOURS;
    const question = { title: t('nowTitle', { name }), body: t('nowBody', { hours }) };
    const answers = { confirmLabel: t('nowConfirm'), keepLabel: t('nowKeep') };
    if (await confirm({ ...question, ...answers })) await run({ id });
  };
  return (
    <ReasonedButton
      variant="default"
      size="sm"
      loading={pending}
      onClick={() => void ask()}
      disabledReason={locked ?? (hasKey ? null : t('sinceUnknown'))}
    >
      {t('now')}
    </ReasonedButton>
  );
}
