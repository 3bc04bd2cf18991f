'use client';

import { useTranslations } from 'next-intl';
import { CopyableText } from '@/components/layout/copyable-text';
import { SectionCard } from '@/components/layout/section-card';
import type { DoorAddress } from '@/lib/env';
import { type Program, recipeOf, speaksApi } from './recipes';
import type { Pair } from './recipes-of-apis';

type Props = { program: Program; door: DoorAddress; token: string | undefined; pair: Pair | undefined };

/** The lines as they stand; without a token there is a word in its place. */
export function Recipe({ program, door, token, pair }: Props) {
  const t = useTranslations('connect.recipe');
  const keys = {
    token: token ?? t('yourToken'),
    pair: pair ?? { accessKeyId: t('yourKeyId'), secretAccessKey: t('yourKey') },
  };
  const { file, text } = recipeOf(program, door, keys);
  const lead = speaksApi(program) ? 'leadCompat' : program === 'api' ? 'leadApi' : 'lead';
  return (
    <SectionCard title={t('title')} lead={t(lead)}>
      <CopyableText label={file} text={text} />
    </SectionCard>
  );
}
