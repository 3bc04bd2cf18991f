'use client';

import { useTranslations } from 'next-intl';
import { CopyableText } from '@/components/layout/copyable-text';
import { SectionCard } from '@/components/layout/section-card';
import type { DoorAddress } from '@/lib/env';
import { type Program, recipeOf } from './recipes';

type Props = { program: Program; door: DoorAddress; token: string | undefined };

/** The lines as they stand; without a token there is a word in its place. */
export function Recipe({ program, door, token }: Props) {
  const t = useTranslations('connect.recipe');
  const { file, text } = recipeOf(program, door, token ?? t('yourToken'));
  return (
    <SectionCard title={t('title')} lead={t(program === 'api' ? 'leadApi' : 'lead')}>
      <CopyableText label={file} text={text} />
    </SectionCard>
  );
}
