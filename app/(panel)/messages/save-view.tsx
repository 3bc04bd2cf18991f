'use client';

import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useAction } from '@/components/layout/use-action';
import type { MessageView, ViewInput } from '@/lib/views/schema';
import { saveViewAction, updateViewAction } from './actions';

export type Named = Pick<MessageView, 'filters'> & Partial<Pick<MessageView, 'id' | 'name'>>;

type Props = Named & { columns?: ViewInput['columns']; onClose: () => void };

/** Names the filters as they are, or gives a saved view another name. */
export function SaveView({ id, name: before = '', filters, columns = null, onClose }: Props) {
  const t = useTranslations('messages.views');
  const tCommon = useTranslations('common');
  const router = useRouter();
  const [name, setName] = useState(before);
  const [taken, setTaken] = useState(false);
  const options = {
    onSuccess: () => {
      router.refresh();
      onClose();
    },
    onError: ({ code }: { code: string }) => {
      setTaken(code === 'validation_failed');
      return code === 'validation_failed';
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
            setTaken(false);
            setName(event.currentTarget.value);
          }}
          error={taken ? t('taken') : undefined}
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
