'use client';

import { useTranslations } from 'next-intl';
import { z } from 'zod';
import { FormShell } from '@/components/form/form-shell';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { SectionCard } from '@/components/layout/section-card';
import { useLocked } from '@/components/layout/use-locked';
import type { CampaignView } from '@/lib/campaigns/schema';
import { emailAddress } from '@/lib/validation';
import { testCampaignAction } from '../actions';

const TestForm = z.strictObject({ to: emailAddress });

/** As whoever gets it will have it, to oneself. */
export function TestCard({ campaign }: { campaign: CampaignView }) {
  const t = useTranslations('campaigns.try');
  const lockedReason = useLocked('campaigns.write', campaign);
  const form = useZodForm(TestForm, { to: '' });
  const { submit, pending, error } = useFormAction(testCampaignAction, { success: t('sent') });
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      <FormShell
        form={form}
        onSubmit={({ to }) => submit({ id: campaign.id, to, variant: 0 })}
        pending={pending}
        error={error}
        submitLabel={t('submit')}
        lockedReason={lockedReason}
      >
        <TextField name="to" label={t('to')} type="email" autoComplete="email" />
      </FormShell>
    </SectionCard>
  );
}
