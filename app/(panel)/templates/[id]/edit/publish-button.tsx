'use client';

import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { z } from 'zod';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { TextField } from '@/components/form/text-field';
import { useZodForm } from '@/components/form/use-zod-form';
import { isComponent } from '@/lib/templates/categories';
import type { DraftPreview } from '@/lib/templates/preview-draft';
import { VersionInput } from '@/lib/templates/schema';
import type { TemplateView } from '@/lib/templates/view-schema';
import type { Saving } from './use-saving';

type Props = {
  template: TemplateView;
  saving: Saving;
  shown: DraftPreview | null;
  problems: DraftPreview['problems'];
  locked: string | null;
};

/** Saves what is there and gives it to messages, with a word on why. */
export function PublishButton({ template, saving, shown, problems, locked }: Props) {
  const t = useTranslations('editor.publish');
  const [open, setOpen] = useState(false);
  const isFaulty = problems.length > 0 || shown?.findings.some(({ level }) => level === 'error');
  const notNow = saving.isPublished ? t('isPublished') : isFaulty ? t('faulty') : null;
  return (
    <>
      <ReasonedButton
        loading={saving.pending}
        disabledReason={locked ?? notNow}
        onClick={() => setOpen(true)}
      >
        {t('button')}
      </ReasonedButton>
      <FormWindow opened={open} onClose={() => setOpen(false)} title={t('title')}>
        {open && <Fields template={template} saving={saving} onDone={() => setOpen(false)} />}
      </FormWindow>
    </>
  );
}

/** The templates whose messages show it. */
function inMessages({ usedIn }: TemplateView): number {
  return usedIn.filter(({ shows }) => shows !== null).length;
}

const Form = z.strictObject({ note: VersionInput.shape.note });

function Fields({ template, saving, onDone }: Pick<Props, 'template' | 'saving'> & { onDone: () => void }) {
  const t = useTranslations('editor.publish');
  const form = useZodForm(Form, { note: '' });
  const publish = async ({ note }: z.output<typeof Form>) => {
    await saving.publish(note);
    // What kept it from being published is told by then, and shown beside what is to be changed.
    onDone();
  };
  return (
    <FormShell
      form={form}
      onSubmit={(values) => void publish(values)}
      pending={saving.pending}
      error={null}
      submitLabel={t('button')}
    >
      <Text size="sm">
        {isComponent(template) ? t('component', { count: inMessages(template) }) : t('body')}
      </Text>
      {saving.isChanged && <TextField name="note" label={t('note')} maxLength={200} data-autofocus />}
    </FormShell>
  );
}
