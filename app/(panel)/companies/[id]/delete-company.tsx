'use client';

import { IconTrash } from '@tabler/icons-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useConfirm } from '@/components/layout/confirm';
import { useAction } from '@/components/layout/use-action';
import type { CompanyView } from '@/lib/companies/schema';
import { paths } from '@/lib/paths';
import { deleteCompanyAction } from '../actions';

type Props = { company: CompanyView; disabledReason: string | null };

export function DeleteCompany({ company: { id, name }, disabledReason }: Props) {
  const t = useTranslations('companies.remove');
  const router = useRouter();
  const confirm = useConfirm();
  const { run, pending } = useAction(deleteCompanyAction, {
    invalidates: ['companies'],
    success: t('done'),
    onSuccess: () => router.push(paths.companies()),
  });
  const ask = async () => {
    const answers = { confirmLabel: t('confirm'), keepLabel: t('keep'), danger: true };
    if (await confirm({ title: t('title', { name }), body: t('body'), ...answers })) await run({ id });
  };
  return (
    <ReasonedButton
      variant="default"
      leftSection={<IconTrash size={15} aria-hidden />}
      loading={pending}
      disabledReason={disabledReason}
      onClick={() => void ask()}
    >
      {t('action')}
    </ReasonedButton>
  );
}
