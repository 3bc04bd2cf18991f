'use client';

import { useTranslations } from 'next-intl';
import { FormShell } from '@/components/form/form-shell';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { SectionCard } from '@/components/layout/section-card';
import type { TokenDetail } from '@/lib/tokens/schema';
import { updateTokenAction } from '../actions';
import { TokenBounds, TokenFields } from '../token-fields';
import { TokenChanges, toChanges } from '../token-form';

type Props = { token: TokenDetail; lockedReason: string | null; usualHours: number };

export function ChangeToken({ token, lockedReason, usualHours }: Props) {
  const t = useTranslations('tokens.change');
  const form = useZodForm(TokenChanges, toChanges(token, usualHours));
  const { submit, pending, error } = useFormAction(updateTokenAction, {
    invalidates: ['tokens'],
    success: t('done'),
    onSuccess: () => form.reset(form.getValues()),
  });
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      <FormShell
        form={form}
        onSubmit={(changes) => submit({ ...changes, id: token.id })}
        pending={pending}
        error={error}
        lockedReason={lockedReason}
        submitLabel={t('submit')}
      >
        <TokenFields />
        <TokenBounds open />
      </FormShell>
    </SectionCard>
  );
}
