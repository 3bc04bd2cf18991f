'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { useFormAction } from '@/components/form/use-form-action';
import { useStored } from '@/components/form/use-stored';
import { useZodForm } from '@/components/form/use-zod-form';
import type { ReplyRuleInput, ReplyRuleView } from '@/lib/replies/own/schema';
import { createReplyRuleAction, updateReplyRuleAction } from './actions';
import { RuleFields } from './rule-fields';
import { RuleForm, toFields, toForm } from './rule-form';

/** `stored`: the one that is changed. `draft`: what a new one begins with. */
type Props = {
  opened: boolean;
  onClose: () => void;
  stored?: ReplyRuleView;
  draft?: Partial<ReplyRuleInput>;
  onSaved?: (rule: ReplyRuleView) => void;
};

export function RuleWindow({ opened, onClose, stored, draft, onSaved }: Props) {
  const t = useTranslations('suppressions.replies');
  const done = (rule: ReplyRuleView) => {
    onSaved?.(rule);
    onClose();
  };
  return (
    <FormWindow opened={opened} onClose={onClose} title={stored ? t('edit.title') : t('add')}>
      {opened && (stored ? <Edit stored={stored} onDone={done} /> : <Create draft={draft} onDone={done} />)}
    </FormWindow>
  );
}

type Done = { onDone: (rule: ReplyRuleView) => void };

function Create({ draft, onDone }: Done & Pick<Props, 'draft'>) {
  const t = useTranslations('suppressions.replies');
  const { submit, pending, error } = useFormAction(createReplyRuleAction, {
    invalidates: ['reply-rules'],
    success: t('saved'),
    onSuccess: onDone,
  });
  const form = useZodForm(RuleForm, toForm(draft ?? {}));
  return (
    <FormShell
      form={form}
      onSubmit={(values) => submit(toFields(values))}
      pending={pending}
      error={error}
      submitLabel={t('form.submit')}
    >
      <RuleFields />
    </FormShell>
  );
}

function Edit({ stored, onDone }: Done & { stored: ReplyRuleView }) {
  const t = useTranslations('suppressions.replies');
  const { submit, pending, error } = useFormAction(updateReplyRuleAction, {
    invalidates: ['reply-rules'],
    success: t('saved'),
    onSuccess: onDone,
  });
  const now = useMemo(() => ({ values: toForm(stored), version: stored.version }), [stored]);
  const form = useZodForm(RuleForm, now.values);
  const { version, meanwhile } = useStored(form, now);
  return (
    <FormShell
      form={form}
      onSubmit={(values) => submit({ ...toFields(values), id: stored.id, version })}
      pending={pending}
      error={error}
      meanwhile={meanwhile}
      submitLabel={t('form.submit')}
    >
      <RuleFields />
    </FormShell>
  );
}
