'use client';

import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useFieldMessage } from '@/components/form/use-field-message';
import { type ActionError, useAction } from '@/components/layout/use-action';
import type { FieldError } from '@/lib/errors';
import type { MessageView, ViewInput } from '@/lib/views/schema';
import { saveViewAction, updateViewAction } from './actions';

export type Named = Pick<MessageView, 'filters'> & Partial<Pick<MessageView, 'id' | 'name'>>;

type Props = Named & { columns?: ViewInput['columns']; onClose: () => void };

/** Names the filters as they are, or gives a saved view another name. */
export function SaveView({ id, name: before = '', filters, columns = null, onClose }: Props) {
  const t = useTranslations('messages.views');
  const tCommon = useTranslations('common');
  const router = useRouter();
  const say = useFieldMessage();
  const [name, setName] = useState(before);
  const [wrong, setWrong] = useState<FieldError | null>(null);
  const options = {
    onSuccess: () => {
      router.refresh();
      onClose();
    },
    onError: ({ errors }: ActionError) => {
      setWrong(errors?.[0] ?? null);
      return Boolean(errors?.[0]);
    },
  };
  const save = useAction(saveViewAction, options);
  const update = useAction(updateViewAction, options);
  const submit = () =>
    id ? update.run({ id, name: name.trim() }) : save.run({ name: name.trim(), filters, columns });
  const pending = save.pending || update.pending;
  return (
    <Modal
      opened
      onClose={onClose}
      size="sm"
      title={id ? t('rename') : t('save')}
      closeButtonProps={{ 'aria-label': tCommon('close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() && !pending) void submit();
        }}
      >
        <TextInput
          label={t('name')}
          description={id ? undefined : t('nameHelp')}
          value={name}
          onChange={(event) => {
            setWrong(null);
            setName(event.currentTarget.value);
          }}
          error={wrong && say(wrong)}
          maxLength={40}
          data-autofocus
        />
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={onClose}>
            {tCommon('cancel')}
          </Button>
          <Button type="submit" loading={pending} disabled={!name.trim()}>
            {tCommon('save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
