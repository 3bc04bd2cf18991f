'use client';

import { useQuery } from '@tanstack/react-query';
import { FormWindow } from '@/components/form/form-window';
import { apiQuery } from '@/components/layout/api';
import { QueryState } from '@/components/table/query-state';
import type { MailTemplateRow } from '@/lib/mail-templates/schema';
import type { DetailProps } from '../detail-props';
import { TakeAgain } from './take-again';
import { TakeForm } from './take-form';

type Props = DetailProps & { row: MailTemplateRow; opened: boolean; onClose: () => void };

/** One template of the provider in our words: to be taken over, or beside what ours says. */
export function TakeWindow({ provider, row, opened, onClose }: Props) {
  return (
    <FormWindow opened={opened} onClose={onClose} title={row.title}>
      {opened && <Shown provider={provider} name={row.name} onDone={onClose} />}
    </FormWindow>
  );
}

function Shown({ provider, name, onDone }: DetailProps & { name: string; onDone: () => void }) {
  const query = useQuery(apiQuery('providers/[id]/mail-templates/[name]', { id: provider.id, name }));
  return (
    <QueryState query={query}>
      {(found) =>
        found.taken && found.ours ? (
          <TakeAgain
            provider={provider}
            found={found}
            taken={found.taken}
            ours={found.ours}
            onDone={onDone}
          />
        ) : (
          <TakeForm provider={provider} found={found} onDone={onDone} />
        )
      }
    </QueryState>
  );
}
