'use client';

import { Chip, Group } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { PROGRAMS, type Program } from './recipes';

type Props = { chosen: Program; onChoose: (program: Program) => void };

export function ProgramChoice({ chosen, onChoose }: Props) {
  const t = useTranslations('connect.choose');
  const named = (program: Program) =>
    program === 'api' || program === 'smtp' ? t(program) : PROGRAMS[program];
  return (
    <Chip.Group value={chosen} onChange={(value) => onChoose(value as Program)}>
      <Group gap="xs" role="radiogroup" aria-label={t('label')}>
        {(Object.keys(PROGRAMS) as Program[]).map((program) => (
          <Chip key={program} value={program} variant="outline">
            {named(program)}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}
