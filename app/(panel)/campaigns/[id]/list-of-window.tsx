'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { z } from 'zod';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { type CampaignView, ListOfInput } from '@/lib/campaigns/schema';
import { paths } from '@/lib/paths';
import { listOfRecipientsAction } from '../actions';

const ListOfForm = z.strictObject({ title: ListOfInput.shape.title });

type Props = { opened: boolean; campaign: CampaignView; did: ListOfInput['did']; onClose: () => void };

/** What the list of those who did this is called. */
export function ListOfWindow({ opened, campaign, did, onClose }: Props) {
  const t = useTranslations('campaigns.people');
  return (
    <FormWindow opened={opened} onClose={onClose} title={t('listTitle', { did: t(`did.${did}`) })}>
      {opened && <Title campaign={campaign} did={did} />}
    </FormWindow>
  );
}

function Title({ campaign: { id, title }, did }: Pick<Props, 'campaign' | 'did'>) {
  const t = useTranslations('campaigns.people');
  const router = useRouter();
  const form = useZodForm(ListOfForm, { title: `${title}: ${t(`did.${did}`)}`.slice(0, 120) });
  const { submit, pending, error } = useFormAction(listOfRecipientsAction, {
    invalidates: ['lists'],
    success: t('listMade'),
    onSuccess: (list) => router.push(paths.list(list.id)),
  });
  return (
    <FormShell
      form={form}
      onSubmit={(values) => submit({ id, did, title: values.title })}
      pending={pending}
      error={error}
      submitLabel={t('listSubmit')}
    >
      <TextField
        name="title"
        label={t('listName')}
        description={t('listHelp')}
        maxLength={120}
        data-autofocus
      />
    </FormShell>
  );
}
