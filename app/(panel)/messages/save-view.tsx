'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { z } from 'zod';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { type MessageView, ViewInput } from '@/lib/views/schema';
import { saveViewAction, updateViewAction } from './actions';

const NameForm = z.strictObject({ name: ViewInput.shape.name });

export type Named = Pick<MessageView, 'filters'> & Partial<Pick<MessageView, 'id' | 'name'>>;

type Props = Named & { columns?: ViewInput['columns']; onClose: () => void };

/** Names the filters as they are, or gives a saved view another name. */
export function SaveView({ id, name: before = '', filters, columns = null, onClose }: Props) {
  const t = useTranslations('messages.views');
  const tCommon = useTranslations('common');
  const router = useRouter();
  const form = useZodForm(NameForm, { name: before });
  const onSuccess = () => {
    router.refresh();
    onClose();
  };
  const save = useFormAction(saveViewAction, { onSuccess });
  const update = useFormAction(updateViewAction, { onSuccess });
  const { pending, error } = id ? update : save;
  return (
    <FormWindow opened onClose={onClose} size="sm" title={id ? t('rename') : t('save')}>
      <FormShell
        form={form}
        onSubmit={({ name }) =>
          void (id ? update.submit({ id, name }) : save.submit({ name, filters, columns }))
        }
        pending={pending}
        error={error}
        submitLabel={tCommon('save')}
      >
        <TextField
          name="name"
          label={t('name')}
          description={id ? undefined : t('nameHelp')}
          maxLength={40}
          data-autofocus
        />
      </FormShell>
    </FormWindow>
  );
}
