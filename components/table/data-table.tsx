'use client';

import { Anchor, Paper, Skeleton, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type DataTableColumn, DataTable as MantineDataTable } from 'mantine-datatable';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Hint } from '@/components/layout/hint';
import { LikelyLink } from '@/components/layout/likely-link';
import { CardList } from './card-list';
import classes from './data-table.module.css';
import { QueryState } from './query-state';

export type Column<Row> = {
  id: string;
  title: string;
  /** What exactly it tells, where the title alone does not. */
  help?: string;
  render: (row: Row) => ReactNode;
  width?: number | string;
  align?: 'left' | 'right' | 'center';
  ellipsis?: boolean;
};

type Props<Row> = {
  /** What the table is about, for those who cannot see it. */
  label: string;
  query: { data: { data: Row[] } | undefined; error: unknown; refetch: () => unknown };
  /** The first column is the row's name and, with `rowHref`, its link. */
  columns: Column<Row>[];
  rowHref?: (row: Row) => string;
  /** The rows that are picked, by checkboxes; with shift from one to another. */
  selection?: { ids: string[]; onChange: (ids: string[]) => void };
  empty: ReactNode;
  /** How a row reads on a phone: a title line and what stands below it. */
  card: (row: Row) => { title: ReactNode; aside?: ReactNode; body?: ReactNode };
};

const PHONE = '(max-width: 48em)';
/** Of the table; columns of a fixed width come first. */
const LONG_TEXT_WIDTH = '40%';

/** The one table: loading, failed, empty and full, a link per row, and readable cards on a phone. */
export function DataTable<Row extends { id: string }>({
  label,
  query,
  columns,
  rowHref,
  selection,
  empty,
  card,
}: Props<Row>) {
  const phone = useMediaQuery(PHONE);
  return (
    <QueryState query={query} skeleton={<TableSkeleton />}>
      {({ data }) => {
        if (data.length === 0) return <Paper withBorder>{empty}</Paper>;
        if (phone) return <CardList label={label} rows={data} card={card} rowHref={rowHref} />;
        return (
          <WideTable label={label} rows={data} columns={columns} rowHref={rowHref} selection={selection} />
        );
      }}
    </QueryState>
  );
}

type WideProps<Row> = Pick<Props<Row>, 'label' | 'columns' | 'rowHref' | 'selection'> & { rows: Row[] };

function WideTable<Row extends { id: string }>({ label, rows, columns, rowHref, selection }: WideProps<Row>) {
  const t = useTranslations('common.table');
  const router = useRouter();
  return (
    <Paper withBorder className={classes.frame} data-list>
      <MantineDataTable<Row>
        {...(selection && toSelection(rows, selection, (name) => t(name)))}
        records={rows}
        idAccessor="id"
        columns={columns.map((column, index) => toColumn(column, index === 0 ? rowHref : undefined))}
        minHeight={0}
        highlightOnHover
        verticalSpacing="xs"
        horizontalSpacing="md"
        tableRef={(table) => table?.setAttribute('aria-label', label)}
        scrollAreaProps={{ type: 'auto' }}
        rowStyle={rowHref ? () => ({ cursor: 'pointer' }) : undefined}
        onRowClick={
          rowHref
            ? ({ record, event }) => {
                if (!opensElsewhere(event)) router.push(rowHref(record));
              }
            : undefined
        }
      />
    </Paper>
  );
}

/** What was picked and is on another page stays picked. */
function toSelection<Row extends { id: string }>(
  rows: Row[],
  { ids, onChange }: NonNullable<Props<Row>['selection']>,
  t: (name: 'pick' | 'pickAll') => string,
) {
  const elsewhere = ids.filter((id) => !rows.some((row) => row.id === id));
  return {
    selectedRecords: rows.filter(({ id }) => ids.includes(id)),
    onSelectedRecordsChange: (picked: Row[]) => onChange([...elsewhere, ...picked.map(({ id }) => id)]),
    getRecordSelectionCheckboxProps: () => ({ 'aria-label': t('pick'), size: 'xs' }),
    allRecordsSelectionCheckboxProps: { 'aria-label': t('pickAll'), size: 'xs' },
    selectionTrigger: 'cell' as const,
  };
}

function toColumn<Row>(column: Column<Row>, href: ((row: Row) => string) | undefined): DataTableColumn<Row> {
  return {
    accessor: column.id,
    title: column.help ? <Hint help={column.help}>{column.title}</Hint> : column.title,
    width: column.width ?? (column.ellipsis ? LONG_TEXT_WIDTH : undefined),
    textAlign: column.align,
    ellipsis: column.ellipsis,
    // The longest text of a page must not push the columns beside it out of sight.
    cellsStyle: column.ellipsis ? () => ({ maxWidth: 0 }) : undefined,
    render: (row) =>
      href ? (
        <Anchor component={LikelyLink} href={href(row)} className={classes.rowLink}>
          {column.render(row)}
        </Anchor>
      ) : (
        column.render(row)
      ),
  };
}

/** A click on a link, a button or selected text is not a click on the row. */
function opensElsewhere(event: React.MouseEvent): boolean {
  const target = event.target as HTMLElement;
  return Boolean(target.closest('a, button, input')) || Boolean(window.getSelection()?.toString());
}

function TableSkeleton() {
  const t = useTranslations('common.query');
  return (
    <Paper withBorder p="md" role="status" aria-label={t('loading')}>
      <Stack gap="md">
        {['a', 'b', 'c', 'd', 'e', 'f'].map((key) => (
          <Skeleton key={key} height={16} />
        ))}
      </Stack>
    </Paper>
  );
}
