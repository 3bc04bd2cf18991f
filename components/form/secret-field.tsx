'use client';

import { Button, Group, Input, PasswordInput, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useId } from 'react';
import { flushSync } from 'react-dom';
import { useFormContext } from 'react-hook-form';
import classes from './secret-field.module.css';
import { useField } from './use-field';

type Props = {
  name: string;
  label: string;
  description?: string;
  required?: boolean;
  /** What is stored now; absent when nothing is. */
  stored?: { last4: string; updatedAt: string };
  /** What is stored cannot be kept: where it goes has changed. */
  again?: boolean;
};

/** A secret can be set and replaced, never read. Undefined keeps what is stored. */
export function SecretField({ name, label, description, required, stored, again = false }: Props) {
  const { field, error } = useField(name, label);
  const t = useTranslations('common.secret');
  const { setFocus } = useFormContext();
  const replacing = !stored || again || field.value !== undefined;

  const replace = () => {
    flushSync(() => field.onChange(''));
    setFocus(name);
  };

  if (!replacing) return <StoredSecret label={label} stored={stored} onReplace={replace} />;
  return (
    <div>
      <PasswordInput
        {...field}
        value={field.value ?? ''}
        label={label}
        description={again ? t('again') : description}
        required={again || (required && !stored)}
        error={error}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('show') }}
      />
      {stored && !again && (
        <Button variant="subtle" size="compact-xs" mt={4} onClick={() => field.onChange(undefined)}>
          {t('keep')}
        </Button>
      )}
    </div>
  );
}

function StoredSecret({
  label,
  stored,
  onReplace,
}: {
  label: string;
  stored: { last4: string; updatedAt: string };
  onReplace: () => void;
}) {
  const t = useTranslations('common.secret');
  const format = useFormatter();
  const id = useId();
  return (
    <Input.Wrapper label={label} labelElement="div" labelProps={{ id }}>
      <Group
        role="group"
        aria-labelledby={id}
        className={classes.stored}
        justify="space-between"
        wrap="nowrap"
      >
        <Group gap="xs" wrap="nowrap" miw={0}>
          <IconLock size={15} aria-hidden />
          <Text span ff="monospace" size="sm">
            ••••{stored.last4}
          </Text>
          <Text span c="dimmed" size="xs" truncate>
            {t('setOn', { date: format.dateTime(new Date(stored.updatedAt), { dateStyle: 'medium' }) })}
          </Text>
        </Group>
        <Button variant="default" size="compact-xs" flex="none" onClick={onReplace}>
          {t('replace')}
        </Button>
      </Group>
    </Input.Wrapper>
  );
}
