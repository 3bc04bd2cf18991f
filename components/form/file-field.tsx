'use client';

import { ActionIcon, Group, Input, Stack, Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import classes from './file-field.module.css';
import { FileSize } from './file-size';
import { useField } from './use-field';

type Props = { name: string; label: string; description?: string; maxFiles: number };

/** Files to attach, dropped or chosen. The form's schema decides how large they may be together. */
export function FileField({ name, label, description, maxFiles }: Props) {
  const { field, error } = useField(name, label);
  const t = useTranslations('common.files');
  const files: File[] = field.value ?? [];
  const add = (added: File[]) => field.onChange([...files, ...added].slice(0, maxFiles));
  const remove = (index: number) => field.onChange(files.filter((_, position) => position !== index));

  return (
    <Input.Wrapper label={label} labelElement="div" description={description} error={error}>
      <Dropzone
        onDrop={add}
        className={classes.zone}
        data-error={error ? true : undefined}
        mt={6}
        inputProps={{ 'aria-label': label }}
        ref={field.ref}
      >
        <Group gap="xs" justify="center" wrap="nowrap">
          <IconPaperclip size={16} aria-hidden />
          <Text size="sm">{t('drop')}</Text>
        </Group>
      </Dropzone>
      {files.length > 0 && (
        <Stack component="ul" gap={4} mt="xs" className={classes.list} aria-label={t('chosen')}>
          {files.map((file, index) => (
            <Group
              component="li"
              key={`${file.name}-${file.size}-${file.lastModified}`}
              className={classes.file}
            >
              <Text size="sm" truncate flex={1}>
                {file.name}
              </Text>
              <FileSize bytes={file.size} />
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                onClick={() => remove(index)}
                aria-label={t('remove', { name: file.name })}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            </Group>
          ))}
        </Stack>
      )}
    </Input.Wrapper>
  );
}
