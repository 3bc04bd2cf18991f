'use client';

import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import type { TemplateView } from '@/lib/templates/view-schema';
import { turnToSourceAction } from '../../actions';

type Props = { template: TemplateView; lockedReason: string | null };

/** The one way from blocks to MJML, which no way leads back from: said before. */
export function TurnToSource({ template: { id, latest, title }, lockedReason }: Props) {
  const t = useTranslations('templates.toSource');
  const confirm = useConfirm();
  const { run, pending } = useAction(turnToSourceAction, { invalidates: ['templates'], success: t('done') });
  const ask = async () => {
    const answers = { confirmLabel: t('button'), keepLabel: t('keep') };
    if (await confirm({ title: t('title', { title }), body: t('body', { number: latest }), ...answers }))
      await run({ id, basedOn: latest });
  };
  return (
    <ReasonedButton
      mt="sm"
      size="xs"
      variant="default"
      loading={pending}
      disabledReason={lockedReason}
      onClick={() => void ask()}
    >
      {t('button')}
    </ReasonedButton>
  );
}
