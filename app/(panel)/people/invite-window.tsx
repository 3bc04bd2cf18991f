'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { FormShell } from '@/components/form/form-shell';
import { FormWindow } from '@/components/form/form-window';
import { SelectField } from '@/components/form/select-field';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { useMe } from '@/components/layout/me';
import { LANGUAGES, type Language } from '@/components/layout/preferences';
import { useCompanies } from '@/components/layout/use-companies';
import type { Invited } from '@/lib/people/schema';
import { invitePersonAction } from './actions';
import { LinkGiven } from './link-window';
import { ReachFields, RoleField } from './person-fields';
import { InvitationForm } from './person-form';

type Props = { opened: boolean; onClose: () => void };

/** The form, then the link. */
export function InviteWindow({ opened, onClose }: Props) {
  const t = useTranslations('people');
  const [invited, setInvited] = useState<Invited>();
  const close = () => {
    onClose();
    setInvited(undefined);
  };
  return (
    <FormWindow
      opened={opened}
      onClose={close}
      title={t(invited ? 'link.invitation' : 'invite.action')}
      closeOnClickOutside={!invited}
    >
      {invited ? (
        <LinkGiven given={invited} to={invited.email} onDone={close} />
      ) : (
        <Form onInvited={setInvited} />
      )}
    </FormWindow>
  );
}

function Form({ onInvited }: { onInvited: (invited: Invited) => void }) {
  const t = useTranslations('people.invite');
  const language = useLocale() as Language;
  const { companyIds } = useMe();
  const own = useCompanies().map(({ key }) => key);
  const form = useZodForm(InvitationForm, {
    email: '',
    role: 'viewer',
    reach: companyIds ? 'some' : 'all',
    // Who is limited to some invites for these.
    companies: companyIds ? own : [],
    language,
  });
  const { submit, pending, error } = useFormAction(invitePersonAction, {
    invalidates: ['people'],
    onSuccess: onInvited,
  });
  return (
    <FormShell form={form} onSubmit={submit} pending={pending} error={error} submitLabel={t('submit')}>
      <TextField
        name="email"
        type="email"
        label={t('email')}
        description={t('emailHelp')}
        autoComplete="off"
        data-autofocus
        withAsterisk
      />
      <RoleField />
      <ReachFields />
      <SelectField name="language" label={t('language')} description={t('languageHelp')} data={LANGUAGES} />
    </FormShell>
  );
}
