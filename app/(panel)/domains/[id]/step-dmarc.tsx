'use client';

import { useTranslations } from 'next-intl';
import { z } from 'zod';
import { FormShell } from '@/components/form/form-shell';
import { RadioField } from '@/components/form/radio-field';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { useLocked } from '@/components/layout/use-locked';
import { type DomainView, POLICIES } from '@/lib/domains/schema';
import { emailAddress } from '@/lib/validation';
import { updateDomainAction } from '../actions';

/** What is left empty is absent. */
const Dmarc = z.strictObject({
  dmarc: z.strictObject({ policy: z.enum(POLICIES), reportsTo: emailAddress.max(254).optional() }),
});

/** What others are to do with mail that is not from here, and where they tell of it. */
export function DmarcForm({ domain }: { domain: DomainView }) {
  const t = useTranslations('domains.dmarc');
  const lockedReason = useLocked('domains.write', domain);
  const { submit, pending, error } = useFormAction(updateDomainAction, {
    invalidates: ['domains'],
    success: t('saved'),
  });
  const form = useZodForm(Dmarc, {
    dmarc: { policy: domain.dmarc.policy, reportsTo: domain.dmarc.reportsTo ?? '' },
  });
  return (
    <FormShell
      form={form}
      onSubmit={({ dmarc }) =>
        submit({
          id: domain.id,
          dmarc: { policy: dmarc.policy, reportsTo: dmarc.reportsTo ?? null },
        })
      }
      pending={pending}
      error={error}
      lockedReason={lockedReason}
      submitLabel={t('submit')}
    >
      <RadioField
        name="dmarc.policy"
        label={t('policy')}
        options={POLICIES.map((value) => ({
          value,
          label: t(`policies.${value}.name`),
          description: t(`policies.${value}.help`),
        }))}
      />
      <TextField
        name="dmarc.reportsTo"
        label={t('reportsTo')}
        description={t('reportsHelp', { domain: domain.name })}
        placeholder={`dmarc@${domain.name}`}
      />
    </FormShell>
  );
}
