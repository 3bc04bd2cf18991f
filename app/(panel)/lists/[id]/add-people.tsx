'use client';

import { useTranslations } from 'next-intl';
import { z } from 'zod';
import { FormShell } from '@/components/form/form-shell';
import { SwitchField } from '@/components/form/switch-field';
import { TextareaField } from '@/components/form/textarea-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { SectionCard } from '@/components/layout/section-card';
import { useLocked } from '@/components/layout/use-locked';
import { MAX_CONTACTS } from '@/lib/contacts/schema';
import { flaw } from '@/lib/flaws';
import type { ListView } from '@/lib/lists/schema';
import { subscribeAction } from '../actions';

const PeopleForm = z.strictObject({
  addresses: z
    .string()
    .min(1)
    .max(300_000)
    .refine((text) => addressesIn(text).length <= MAX_CONTACTS, flaw('too_many', { max: MAX_CONTACTS })),
  confirmed: z.boolean(),
});

/** By their addresses, one a line or with commas between. */
export function AddPeople({ list }: { list: ListView }) {
  const t = useTranslations('lists.people');
  const disabledReason = useLocked('lists.write', list);
  const form = useZodForm(PeopleForm, { addresses: '', confirmed: list.optIn === 'single' });
  const { submit, pending, error } = useFormAction(subscribeAction, {
    invalidates: ['lists', 'contacts'],
    success: ({ results }) => {
      const taken = results.flatMap((each) => ('error' in each ? [] : [each]));
      return t('done', {
        count: taken.filter(({ outcome }) => outcome === 'added').length,
        left: taken.filter(({ outcome }) => outcome === 'left_before').length,
        wrong: results.length - taken.length,
      });
    },
    onSuccess: () => form.reset(),
  });
  return (
    <SectionCard title={t('title')} lead={t('lead')}>
      <FormShell
        form={form}
        onSubmit={({ addresses, confirmed }) =>
          submit({
            id: list.id,
            contacts: addressesIn(addresses).map((email) => ({ email })),
            confirmed,
            again: false,
          })
        }
        pending={pending}
        error={error}
        submitLabel={t('submit')}
        lockedReason={disabledReason}
      >
        <TextareaField name="addresses" label={t('addresses')} minRows={3} />
        {list.optIn === 'double' && (
          <SwitchField name="confirmed" label={t('confirmed')} description={t('confirmedHelp')} />
        )}
      </FormShell>
    </SectionCard>
  );
}

function addressesIn(text: string): string[] {
  return text.split(/[\s,;]+/).filter(Boolean);
}
