import { Kbd, Modal, Table } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { Shown } from './page-keys';
import { useOpenedLate } from './use-opened-late';

/** All the keys that there are on this page. */
export function KeysWindow({ shown, open, onClose }: { shown: Shown; open: boolean; onClose: () => void }) {
  const t = useTranslations('shell.keys');
  const tCommon = useTranslations('common');
  const opened = useOpenedLate(open);
  const rows: [string[], string][] = [
    [['Ctrl', 'K'], t('palette')],
    [['?'], t('help')],
    ...(shown.list
      ? ([
          [['j'], t('next')],
          [['k'], t('previous')],
          [['Enter'], t('open')],
        ] as [string[], string][])
      : []),
    ...(shown.picks ? ([[['x'], t('pick')]] as [string[], string][]) : []),
    ...shown.controls.map(({ key, label }): [string[], string] => [[key], label]),
  ];
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('title')}
      size="sm"
      closeButtonProps={{ 'aria-label': tCommon('close') }}
    >
      <Table withRowBorders={false} verticalSpacing={6}>
        <Table.Tbody>
          {rows.map(([keys, text]) => (
            <Table.Tr key={keys.join()}>
              <Table.Th scope="row" fw={400}>
                {text}
              </Table.Th>
              <Table.Td ta="right">
                {keys.map((key) => (
                  <Kbd key={key} size="xs" ml={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
