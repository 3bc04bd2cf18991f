'use client';

import { Anchor, ScrollArea, Table } from '@mantine/core';
import Link from 'next/link';
import type { Sheet } from './sheet';

/** The figures as they are, in rows; a cell with an address leads to the messages behind it. */
export function FigureTable({ sheet: { label, columns, rows }, mah }: { sheet: Sheet; mah?: number }) {
  return (
    <ScrollArea.Autosize
      mah={mah}
      type="auto"
      viewportProps={{ tabIndex: 0, role: 'group', 'aria-label': label }}
    >
      <Table
        verticalSpacing={5}
        horizontalSpacing={8}
        stickyHeader={mah !== undefined}
        className="tabular"
        aria-label={label}
      >
        <Table.Thead>
          <Table.Tr>
            {columns.map((name, n) => (
              <Table.Th key={name} ta={n > 0 ? 'right' : undefined}>
                {name}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, cells }) => (
            <Table.Tr key={key}>
              {cells.map(({ text, href }, n) => (
                <Table.Td key={columns[n]} ta={n > 0 ? 'right' : undefined}>
                  {href ? (
                    // Hundreds of them: none is fetched before it is pressed.
                    <Anchor component={Link} href={href} prefetch={false} inherit>
                      {text}
                    </Anchor>
                  ) : (
                    text
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}
