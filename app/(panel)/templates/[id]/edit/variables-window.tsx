'use client';

import { Button, Modal, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useOpenedLate } from '@/components/layout/use-opened-late';
import { fieldErrorsOf } from '@/lib/field-errors';
import { type VariableDeclaration, VariableDeclarations } from '@/lib/templates/variables';
import type { Edit } from './use-edit';
import { VariableFields } from './variable-fields';

type Props = { opened: boolean; onClose: () => void; variables: VariableDeclaration[]; edit: Edit };

/** What each message brings: by which name, of what kind, with an example that previews show. */
export function VariablesWindow({ opened, onClose, variables, edit }: Props) {
  const t = useTranslations('editor.declare');
  const common = useTranslations('common');
  const openedLate = useOpenedLate(opened);
  const parsed = VariableDeclarations.safeParse(variables, { reportInput: true });
  const errors = parsed.success ? [] : fieldErrorsOf(parsed.error);
  const change = (at: number, next: VariableDeclaration, what: string) =>
    edit.variables(variables.with(at, next), `${at}.${what}`);
  const add = () =>
    edit.variables([...variables, { name: freeName(variables), type: 'text', required: true, example: '' }]);
  return (
    <Modal
      opened={openedLate}
      onClose={onClose}
      title={t('title')}
      size="xl"
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <Stack>
        <Text size="sm" c="dimmed">
          {t('lead')}
        </Text>
        {variables.map((variable, at) => (
          <VariableFields
            // biome-ignore lint/suspicious/noArrayIndexKey: its name is what is typed here
            key={at}
            variable={variable}
            errors={errors.filter(({ path }) => path.startsWith(`${at}.`))}
            at={at}
            onChange={(next, what) => change(at, next, what)}
            onRemove={() => edit.variables(variables.toSpliced(at, 1))}
          />
        ))}
        <div>
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {t('add')}
          </Button>
        </div>
      </Stack>
    </Modal>
  );
}

function freeName(variables: VariableDeclaration[]): string {
  const names = new Set(variables.map(({ name }) => name));
  for (let n = 1; ; n++) if (!names.has(`variable_${n}`)) return `variable_${n}`;
}
