'use client';

import { SimpleGrid } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { NumberField } from '@/components/form/number-field';
import { SelectField } from '@/components/form/select-field';
import { TagsField } from '@/components/form/tags-field';
import { TextField } from '@/components/form/text-field';
import { SectionCard } from '@/components/layout/section-card';

type PartName = 'server' | 'submission' | 'bounces' | 'dkim' | 'door' | 'certificate' | 'smarthost' | 'pace';

export function Part({ name, children }: { name: PartName; children: ReactNode }) {
  const t = useTranslations('ownServer.parts');
  return (
    <SectionCard title={t(`${name}.title`)} lead={t(`${name}.lead`)}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} verticalSpacing="md">
        {children}
      </SimpleGrid>
    </SectionCard>
  );
}

type FieldProps = { name: string; example: string };

export function Text({ name, example }: FieldProps) {
  return <TextField name={name} {...useWords(name)} placeholder={example} />;
}

export function Tags({ name, example }: FieldProps) {
  return <TagsField name={name} {...useWords(name)} placeholder={example} />;
}

export function Whole({ name, min, max }: { name: string; min: number; max: number }) {
  return <NumberField name={name} {...useWords(name)} min={min} max={max} thousandSeparator={false} />;
}

type Option = { value: string; label: string };

export function Choice({ name, options }: { name: string; options: Option[] }) {
  return <SelectField name={name} {...useWords(name)} data={options} />;
}

/** By the field's own name: `fields.<name>`, and `help.<name>` where there is more to say. */
function useWords(name: string) {
  const t = useTranslations('ownServer');
  const help = `help.${name}` as never;
  return { label: t(`fields.${name}` as never), description: t.has(help) ? t(help) : undefined };
}
