'use client';

import { SimpleGrid } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { z } from 'zod';
import { FormShell } from '@/components/form/form-shell';
import { TextField } from '@/components/form/text-field';
import { useFormAction } from '@/components/form/use-form-action';
import { useZodForm } from '@/components/form/use-zod-form';
import { useLocked } from '@/components/layout/use-locked';
import type { DomainView } from '@/lib/domains/schema';
import { updateDomainAction } from '../actions';

/** What is left empty is absent. */
const text = z.string().trim().max(253).optional();
const Paths = z.strictObject({
  returnPath: z.strictObject({ name: text, host: text }),
  tracking: z.strictObject({ name: text }),
});

/** Names below the domain: for what comes back, and for links in mails. Both may be left empty. */
export function PathsForm({ domain }: { domain: DomainView }) {
  const t = useTranslations('domains.paths');
  const lockedReason = useLocked('domains.write', domain);
  const { submit, pending, error } = useFormAction(updateDomainAction, {
    invalidates: ['domains'],
    success: t('saved'),
  });
  const form = useZodForm(Paths, {
    returnPath: { name: domain.returnPath?.name ?? '', host: domain.returnPath?.host ?? '' },
    tracking: { name: domain.tracking?.name ?? '' },
  });
  return (
    <FormShell
      form={form}
      onSubmit={({ returnPath, tracking }) =>
        submit({
          id: domain.id,
          returnPath:
            returnPath.name || returnPath.host
              ? { name: returnPath.name ?? '', host: returnPath.host ?? '' }
              : null,
          tracking: tracking.name ? { name: tracking.name } : null,
        })
      }
      pending={pending}
      error={error}
      lockedReason={lockedReason}
      submitLabel={t('submit')}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField
          name="returnPath.name"
          label={t('returnName')}
          description={t('returnNameHelp', { domain: domain.name })}
          placeholder={t('returnExample')}
        />
        <TextField
          name="returnPath.host"
          label={t('returnHost')}
          description={t('returnHostHelp')}
          placeholder={`mail.${domain.name}`}
        />
      </SimpleGrid>
      <TextField
        name="tracking.name"
        label={t('tracking')}
        description={t('trackingHelp', { domain: domain.name })}
        placeholder={t('trackingExample')}
      />
    </FormShell>
  );
}
