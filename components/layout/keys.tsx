'use client';

import { Kbd, Modal, Table } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { areaOf, isForPage, moveInList, press, type Shown, shownKeys, toggleRow } from './page-keys';

/** The keys of every page: along its list, to what its controls say they are pressed by, and `?` for all that there are. */
export function Keys() {
  const t = useTranslations('shell.keys');
  const tCommon = useTranslations('common');
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isForPage(event)) return;
      const help = event.key === '?';
      if (help) setShown(shownKeys(areaOf()));
      const done = help || (moveInList(event.key) ?? toggleRow(event.key) ?? press(event.key));
      if (done) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const rows: [string[], string][] = [
    [['Ctrl', 'K'], t('palette')],
    [['?'], t('help')],
    ...(shown?.list
      ? ([
          [['j'], t('next')],
          [['k'], t('previous')],
          [['Enter'], t('open')],
        ] as [string[], string][])
      : []),
    ...(shown?.picks ? ([[['x'], t('pick')]] as [string[], string][]) : []),
    ...(shown?.controls ?? []).map(({ key, label }): [string[], string] => [[key], label]),
  ];
  return (
    <Modal
      opened={shown !== null}
      onClose={() => setShown(null)}
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
