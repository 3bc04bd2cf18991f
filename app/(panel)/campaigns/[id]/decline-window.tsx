'use client';

import { useTranslations } from 'next-intl';
import { z } from 'zod';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { TextareaField } from '@/components/form/textarea-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { type CampaignView, DeclineInput } from '@/lib/campaigns/schema';
import { declineCampaignAction } from '../actions';

const DeclineForm = z.strictObject({ note: DeclineInput.shape.note });

type Props = { opened: boolean; campaign: CampaignView; onClose: () => void };

/** What should be changed before somebody agrees. */
export function DeclineWindow({ opened, campaign, onClose }: Props) {
  const t = useTranslations('campaigns.approval');
  return (
    <FormWindow opened={opened} onClose={onClose} title={t('declineTitle')}>
      {opened && <Words campaign={campaign} onDone={onClose} />}
    </FormWindow>
  );
}

function Words({ campaign: { id, version }, onDone }: { campaign: CampaignView; onDone: () => void }) {
  const t = useTranslations('campaigns.approval');
  const form = useZodForm(DeclineForm, { note: '' });
  const { submit, pending, error } = useFormAction(declineCampaignAction, {
    invalidates: ['campaigns'],
    success: t('declined'),
    onSuccess: onDone,
  });
  return (
    <FormShell
      form={form}
      onSubmit={({ note }) => submit({ id, version, note })}
      pending={pending}
      error={error}
      submitLabel={t('declineSubmit')}
    >
      <TextareaField name="note" label={t('why')} autosize minRows={3} maxLength={500} data-autofocus />
    </FormShell>
  );
}
