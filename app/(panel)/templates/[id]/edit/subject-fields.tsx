'use client';

import { SimpleGrid } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { VariableDeclaration } from '@/lib/templates/variables';
import type { DraftText } from './draft';
import { WordsField } from './fields/words-field';
import type { Edit } from './use-edit';

type Props = { text: DraftText; variables: VariableDeclaration[]; edit: Edit };

/** What a list of mails shows of it. */
export function SubjectFields({ text, variables, edit }: Props) {
  const t = useTranslations('editor');
  const field = (name: 'subject' | 'preheader') => ({
    name,
    label: t(name),
    value: text[name],
    onChange: (value: unknown) => edit.text(name, String(value)),
    variables,
    error: undefined,
    isOptional: false,
  });
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }}>
      <WordsField {...field('subject')} />
      <WordsField {...field('preheader')} />
    </SimpleGrid>
  );
}
