'use client';

import { ActionIcon, Button, Group, Input, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useField } from './use-field';

export type Pair = { name: string; value: string };

type Props = { name: string; label: string; description?: string; nameLabel: string; addLabel: string };

/** Names with values of one's own choice, such as headers. */
export function PairsField({ name, label, description, nameLabel, addLabel }: Props) {
  const { field, error } = useField(name, label);
  const t = useTranslations('common.pairs');
  const pairs: Pair[] = field.value ?? [];
  const change = (index: number, part: Partial<Pair>) =>
    field.onChange(pairs.map((pair, at) => (at === index ? { ...pair, ...part } : pair)));
  const remove = (index: number) => field.onChange(pairs.filter((_, at) => at !== index));
  return (
    <Input.Wrapper label={label} labelElement="div" description={description} error={error}>
      <Stack gap={6} mt={6}>
        {pairs.map((pair, index) => (
          <Group
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have nothing of their own but their place
            key={index}
            gap={6}
            wrap="nowrap"
          >
            <TextInput
              ref={index === 0 ? field.ref : undefined}
              flex="2 1 0"
              aria-label={t('name', { what: nameLabel, number: index + 1 })}
              placeholder={nameLabel}
              value={pair.name}
              onChange={(event) => change(index, { name: event.currentTarget.value })}
            />
            <TextInput
              flex="3 1 0"
              aria-label={t('value', { what: nameLabel, number: index + 1 })}
              placeholder={t('valueShort')}
              value={pair.value}
              onChange={(event) => change(index, { value: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              onClick={() => remove(index)}
              aria-label={t('remove', { what: nameLabel, number: index + 1 })}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
        <Button
          variant="default"
          size="compact-sm"
          w="fit-content"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => field.onChange([...pairs, { name: '', value: '' }])}
        >
          {addLabel}
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}
