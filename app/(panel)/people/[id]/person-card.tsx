'use client';

import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { FormShell } from '@/components/form/form-shell';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { useConfirm } from '@/components/layout/confirm';
import { useMe } from '@/components/layout/me';
import { SectionCard } from '@/components/layout/section-card';
import { useLocked } from '@/components/layout/use-locked';
import { Notice } from '@/components/table/notice';
import type { PersonView } from '@/lib/people/schema';
import { updatePersonAction } from '../actions';
import { ReachFields, RoleField } from '../person-fields';
import { PersonForm, toForm, toPatch } from '../person-form';

type Props = { person: PersonView; isLast: boolean };

/** Name, role and companies. Other rights end the person's sessions, which is said before. */
export function PersonCard({ person, isLast }: Props) {
  const t = useTranslations('people.edit');
  const { id: mine } = useMe();
  const confirm = useConfirm();
  const form = useZodForm(
    PersonForm,
    useMemo(() => toForm(person), [person]),
  );
  const { submit, pending, error } = useFormAction(updatePersonAction, {
    invalidates: ['people'],
    success: t('saved'),
    onSuccess: (saved) => form.reset(toForm(saved)),
  });
  const save = async (values: PersonForm) => {
    const patch = toPatch(values, person);
    const hasOtherRights = 'role' in patch || 'companies' in patch;
    const whose = person.id === mine ? 'own' : 'other';
    const question = {
      title: t(`${whose}.title`, { name: person.name }),
      body: t(`${whose}.body`, { name: person.name }),
    };
    const answers = { confirmLabel: t('confirm'), keepLabel: t('keep'), danger: whose === 'own' };
    if (!hasOtherRights || (await confirm({ ...question, ...answers })))
      await submit({ ...patch, id: person.id });
  };
  return (
    <SectionCard title={t('title')}>
      <FormShell
        form={form}
        onSubmit={(values) => void save(values)}
        pending={pending}
        error={error}
        lockedReason={useLocked('people.write')}
        submitLabel={t('submit')}
      >
        {isLast && <Notice tone="warn">{t('last')}</Notice>}
        <TextField name="name" label={t('name')} maxLength={80} />
        <RoleField />
        <ReachFields />
      </FormShell>
    </SectionCard>
  );
}
