'use client';

import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useFieldArray } from 'react-hook-form';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useStored } from '@/components/form/use-stored';
import { useZodForm } from '@/components/form/use-zod-form';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import type { SegmentView } from '@/lib/segments/schema';
import { createSegmentAction, deleteSegmentAction, updateSegmentAction } from './actions';
import { formOf, isSimple, NEW_ROW, rulesOf, SegmentForm } from './segment-form';
import { SegmentPreviewCard } from './segment-preview-card';
import { SegmentRuleRow } from './segment-rule-row';
import { useSegmentWords } from './use-segment-words';

/** `stored`: the one that is changed; null: a new one. */
type Props = { opened: boolean; stored: SegmentView | null; onClose: () => void };

export function SegmentWindow({ opened, stored, onClose }: Props) {
  const t = useTranslations('lists.segments');
  return (
    <FormWindow opened={opened} onClose={onClose} title={stored?.title ?? t('create')} size="xl">
      {opened && (!stored || isSimple(stored)) && <Editor stored={stored} onDone={onClose} />}
      {opened && stored && !isSimple(stored) && <Grouped segment={stored} />}
    </FormWindow>
  );
}

function Grouped({ segment }: { segment: SegmentView }) {
  const t = useTranslations('lists.segments');
  const say = useSegmentWords();
  return (
    <>
      <Text size="sm" mb="sm">
        {say(segment.rules)}
      </Text>
      <Text size="sm">{t('grouped')}</Text>
    </>
  );
}

function Editor({ stored, onDone }: { stored: SegmentView | null; onDone: () => void }) {
  const t = useTranslations('lists.segments');
  const options = {
    invalidates: ['segments'],
    success: t(stored ? 'changed' : 'created'),
    onSuccess: onDone,
  };
  const create = useFormAction(createSegmentAction, options);
  const update = useFormAction(updateSegmentAction, options);
  const now = useMemo(() => ({ values: formOf(stored), version: stored?.version ?? 1 }), [stored]);
  const form = useZodForm(SegmentForm, now.values);
  const { version, meanwhile } = useStored(form, now);
  const { fields, append, remove } = useFieldArray({ control: form.control, name: 'rules' });
  const { pending, error } = stored ? update : create;
  const save = (values: SegmentForm) => {
    const given = { title: values.title, rules: rulesOf(values) };
    return stored ? update.submit({ ...given, id: stored.id, version }) : create.submit(given);
  };
  return (
    <FormShell
      form={form}
      onSubmit={save}
      pending={pending}
      error={error}
      meanwhile={meanwhile}
      submitLabel={t('save')}
    >
      <TextField name="title" label={t('name')} data-autofocus maxLength={120} />
      <SelectField
        name="match"
        label={t('match')}
        data={(['all', 'any'] as const).map((value) => ({ value, label: t(`matches.${value}`) }))}
      />
      {fields.map(({ id }, index) => (
        <SegmentRuleRow
          key={id}
          index={index}
          onRemove={fields.length > 1 ? () => remove(index) : undefined}
        />
      ))}
      <Group justify="space-between">
        <Button
          variant="default"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => append(NEW_ROW)}
        >
          {t('add')}
        </Button>
        {stored && <Delete segment={stored} onDone={onDone} />}
      </Group>
      <SegmentPreviewCard />
    </FormShell>
  );
}

function Delete({ segment, onDone }: { segment: SegmentView; onDone: () => void }) {
  const t = useTranslations('lists.segments');
  const confirm = useConfirm();
  const { run, pending } = useAction(deleteSegmentAction, {
    invalidates: ['segments'],
    success: t('deleted'),
    onSuccess: onDone,
  });
  const ask = async () => {
    const answers = { confirmLabel: t('delete'), keepLabel: t('keep'), danger: true };
    const { title } = segment;
    if (await confirm({ title: t('deleteTitle', { title }), body: t('deleteBody'), ...answers }))
      await run({ id: segment.id });
  };
  return (
    <Button variant="default" loading={pending} onClick={() => void ask()}>
      {t('delete')}
    </Button>
  );
}
