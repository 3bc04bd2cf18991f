'use client';

import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import type { TokenView } from '@/lib/tokens/schema';
import { revokeTokenAction } from './actions';

type Props = { token: TokenView; compact?: boolean };

/** Asks first: it cannot be undone. Nothing for one that is revoked. */
export function RevokeToken({ token, compact = false }: Props) {
  const t = useTranslations('tokens.revoke');
  const disabledReason = useLocked('tokens.write', token);
  const confirm = useConfirm();
  const { run, pending } = useAction(revokeTokenAction, { invalidates: ['tokens'], success: t('done') });
  if (token.revokedAt) return null;
  const ask = async () => {
    const { name, id } = token;
    const question = { title: t('title', { name }), body: t('body') };
    const answers = { confirmLabel: t('confirm'), keepLabel: t('keep') };
    if (await confirm({ ...question, ...answers, danger: true })) await run({ id });
  };
  return (
    <ReasonedButton
      size={compact ? 'compact-sm' : 'sm'}
      variant="default"
      loading={pending}
      onClick={ask}
      disabledReason={disabledReason}
    >
      {t('action')}
    </ReasonedButton>
  );
}
