'use client';

import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useBlankCompany } from '@/components/layout/me';
import { useAction } from '@/components/layout/use-action';
import { paths } from '@/lib/paths';
import { createFromStarterAction } from './actions';
import { Gallery } from './gallery';

/** A starter as a draft of one's own, and on to the editor with it. */
export function NewFromGallery({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTranslations('templates');
  const router = useRouter();
  const language = useLocale() as 'en' | 'es';
  const company = useBlankCompany();
  const { run, pending } = useAction(createFromStarterAction, {
    invalidates: ['templates'],
    success: t('created'),
    onSuccess: ({ id }) => router.push(paths.editTemplate(id)),
  });
  return (
    <Gallery
      opened={opened}
      onClose={onClose}
      lead={t('gallery.lead')}
      pending={pending}
      onTake={({ key }) => void run({ starter: key, language, company })}
    />
  );
}
