'use client';

import { useTranslations } from 'next-intl';
import { ColumnsMenu as Menu } from '@/components/table/columns-menu';
import { COLUMNS, type ColumnName } from '@/lib/views/names';

type Props = { shown: ColumnName[]; chosen: boolean; onChange: (columns: ColumnName[] | null) => void };

/** Which columns the list of messages has, for this person. */
export function ColumnsMenu(props: Props) {
  const t = useTranslations('messages.columns');
  return <Menu all={COLUMNS} titleOf={(name) => t(name)} {...props} />;
}
