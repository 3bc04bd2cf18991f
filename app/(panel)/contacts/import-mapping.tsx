'use client';

import { NativeSelect, ScrollArea, Table } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { COLUMNS, LEFT_OUT, readHeader } from '@/lib/contacts/columns';
import type { ContactsImported } from '@/lib/contacts/import-schema';

type Props = { result: ContactsImported; columns: string[]; onChange: (columns: string[]) => void };

/** Each column of the file with its first rows, and what it is taken for. */
export function ImportMapping({ result, columns, onChange }: Props) {
  const t = useTranslations('contacts.import');
  // Two may have the same name: each is known by its place.
  const shown = Object.entries(result.columns).map(([place, { header }]) => ({
    ...{ place, header, index: Number(place) },
    own: ownField(header),
  }));
  const choose = (index: number, to: string) =>
    onChange(
      columns.map((column, at) => {
        if (at === index) return to;
        // A person has one of each.
        return column === to && to !== LEFT_OUT ? LEFT_OUT : column;
      }),
    );
  return (
    <ScrollArea type="auto" viewportProps={{ tabIndex: 0, 'aria-label': t('mapping'), role: 'region' }}>
      <Table withTableBorder verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            {shown.map(({ place, header, index, own }) => (
              <Table.Th key={place} miw={150} scope="col">
                <NativeSelect
                  size="xs"
                  label={header || t('noHeader', { number: index + 1 })}
                  value={columns[index] ?? LEFT_OUT}
                  onChange={({ currentTarget }) => choose(index, currentTarget.value)}
                  data={[
                    { value: LEFT_OUT, label: t('leftOut') },
                    ...COLUMNS.map((value) => ({ value, label: t(`columns.${value}`) })),
                    ...(own ? [{ value: own, label: t('ownField', { name: header }) }] : []),
                  ]}
                />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {Object.entries(result.sample).map(([row, cells]) => (
            <Table.Tr key={row}>
              {shown.map(({ place, index }) => (
                <Table.Td key={place}>{cells[index]}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea>
  );
}

/** Null: its name makes none. */
function ownField(header: string): string | null {
  const [column] = readHeader([`x ${header}`]);
  return column?.startsWith('fields.x_') ? `fields.${column.slice('fields.x_'.length)}` : null;
}
