'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { useFormAction } from '@/components/form/use-form-action';
import { useStored } from '@/components/form/use-stored';
import { useZodForm } from '@/components/form/use-zod-form';
import type { CampaignView } from '@/lib/campaigns/schema';
import { paths } from '@/lib/paths';
import { createCampaignAction, updateCampaignAction } from './actions';
import { CampaignFields } from './campaign-fields';
import { CampaignForm, formOf, inputOf } from './campaign-form';

/** `stored`: the one that is changed; null: a new one. */
type Props = { opened: boolean; stored: CampaignView | null; onClose: () => void };

export function CampaignWindow({ opened, stored, onClose }: Props) {
  const t = useTranslations('campaigns');
  return (
    <FormWindow opened={opened} onClose={onClose} title={t(stored ? 'edit' : 'create')} size="xl">
      {opened && <Editor stored={stored} onDone={onClose} />}
    </FormWindow>
  );
}

function Editor({ stored, onDone }: { stored: CampaignView | null; onDone: () => void }) {
  const t = useTranslations('campaigns');
  const router = useRouter();
  const create = useFormAction(createCampaignAction, {
    invalidates: ['campaigns'],
    success: t('created'),
    onSuccess: ({ id }) => router.push(paths.campaign(id)),
  });
  const update = useFormAction(updateCampaignAction, {
    invalidates: ['campaigns'],
    success: t(stored && stored.state !== 'draft' ? 'changedDraft' : 'changed'),
    onSuccess: onDone,
  });
  const now = useMemo(() => ({ values: formOf(stored), version: stored?.version ?? 1 }), [stored]);
  const form = useZodForm(CampaignForm, now.values);
  const { version, meanwhile } = useStored(form, now);
  const { pending, error } = stored ? update : create;
  return (
    <FormShell
      form={form}
      onSubmit={(values) =>
        stored
          ? update.submit({ ...inputOf(values, stored), id: stored.id, version })
          : create.submit(inputOf(values, null))
      }
      pending={pending}
      error={error}
      meanwhile={meanwhile}
      submitLabel={t('save')}
    >
      <CampaignFields />
    </FormShell>
  );
}
