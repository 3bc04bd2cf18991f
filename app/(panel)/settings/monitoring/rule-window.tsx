'use client';

import { IconTrash } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useFormAction } from '@/components/form/use-form-action';
import { useStored } from '@/components/form/use-stored';
import { useZodForm } from '@/components/form/use-zod-form';
import { useConfirm } from '@/components/layout/confirm';
import { useBlankCompany } from '@/components/layout/me';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import type { AlertRuleView } from '@/lib/alerts/schema';
import { createAlertRuleAction, deleteAlertRuleAction, updateAlertRuleAction } from '../../alerts/actions';
import { RuleFields, RuleForm, valuesOf, withoutBlanks } from './rule-form';

const READS = ['alert-rules', 'alerts'];

/** `stored`: the one that is changed; null: a new one. */
type Props = { opened: boolean; stored: AlertRuleView | null; onClose: () => void };

export function RuleWindow({ opened, stored, onClose }: Props) {
  const t = useTranslations('alerts');
  return (
    <FormWindow
      opened={opened}
      onClose={onClose}
      title={stored ? t(`kinds.${stored.kind}.name`) : t('rules.add')}
    >
      {opened && (stored ? <Edit stored={stored} onDone={onClose} /> : <Create onDone={onClose} />)}
    </FormWindow>
  );
}

function Create({ onDone }: { onDone: () => void }) {
  const t = useTranslations('alerts.rules');
  const blank = useBlankCompany();
  const { submit, pending, error } = useFormAction(createAlertRuleAction, {
    invalidates: READS,
    success: t('saved'),
    onSuccess: onDone,
  });
  const form = useZodForm(RuleForm, {
    kind: 'failure_rate',
    active: true,
    severity: 'warning',
    byMail: true,
    recipients: [],
    remindHours: 24,
  });
  return (
    <FormShell
      form={form}
      onSubmit={(values) =>
        submit({ ...withoutBlanks(values), kind: values.kind, company: values.company ?? blank })
      }
      pending={pending}
      error={error}
      submitLabel={t('form.submit')}
    >
      <RuleFields isNew />
    </FormShell>
  );
}

function Edit({ stored, onDone }: { stored: AlertRuleView; onDone: () => void }) {
  const t = useTranslations('alerts.rules');
  const { submit, pending, error } = useFormAction(updateAlertRuleAction, {
    invalidates: READS,
    success: t('saved'),
    onSuccess: onDone,
  });
  const now = useMemo(() => ({ values: valuesOf(stored), version: stored.version }), [stored]);
  const form = useZodForm(RuleForm, now.values);
  const { version, meanwhile } = useStored(form, now);
  return (
    <FormShell
      form={form}
      onSubmit={(values) => submit({ ...withoutBlanks(values), id: stored.id, version })}
      pending={pending}
      error={error}
      meanwhile={meanwhile}
      submitLabel={t('form.submit')}
      lockedReason={useLocked('alerts.write', stored)}
      beside={<Remove rule={stored} onDone={onDone} />}
    >
      <RuleFields isNew={false} />
    </FormShell>
  );
}

function Remove({ rule, onDone }: { rule: AlertRuleView; onDone: () => void }) {
  const t = useTranslations('alerts.rules.remove');
  const confirm = useConfirm();
  const locked = useLocked('alerts.write', rule);
  const remove = useAction(deleteAlertRuleAction, {
    invalidates: READS,
    success: t('done'),
    onSuccess: onDone,
  });
  const ask = async () => {
    const answers = { confirmLabel: t('confirm'), keepLabel: t('keep'), danger: true };
    if (await confirm({ title: t('title'), body: t('body'), ...answers })) await remove.run({ id: rule.id });
  };
  return (
    <ReasonedButton
      variant="default"
      leftSection={<IconTrash size={16} aria-hidden />}
      loading={remove.pending}
      disabledReason={locked}
      onClick={() => void ask()}
    >
      {t('button')}
    </ReasonedButton>
  );
}
