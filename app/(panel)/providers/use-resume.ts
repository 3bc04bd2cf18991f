'use client';

import { useTranslations } from 'next-intl';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import type { ProviderView } from '@/lib/providers/schema';
import { updateProviderAction } from './actions';
import { useDoubts } from './use-doubts';

/** The one way to switch a provider on again: it asks first where its last test failed or something is missing. */
export function useResume(provider: ProviderView) {
  const t = useTranslations('providers');
  const confirm = useConfirm();
  const sayDoubts = useDoubts();
  const { id, name } = provider;
  const { run, pending } = useAction(updateProviderAction, {
    invalidates: ['providers', 'queue', 'status', 'statistics'],
    success: t('resumed', { name }),
  });
  async function resume(): Promise<void> {
    const body = await sayDoubts(provider);
    const title = t('doubts.title', { name });
    const answers = { confirmLabel: t('doubts.confirm'), keepLabel: t('doubts.keep'), danger: true };
    if (!body || (await confirm({ title, body, ...answers }))) await run({ id, active: true });
  }
  return { resume, pending };
}
