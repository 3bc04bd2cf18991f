'use client';

import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiBlob, apiGet } from '@/components/layout/api';
import { Notice } from '@/components/table/notice';
import { QueryState } from '@/components/table/query-state';
import { findForm } from '@/lib/channels/forms';
import type { MessageDraft } from '@/lib/messages/view-schema';
import type { Sent } from '../use-send-message';
import { ComposeMessage } from './compose-message';
import { EMPTY } from './compose-values';
import type { Composer } from './composer';
import { fromDraft } from './from-draft';
import { InlineFile } from './inline-file';

type Props = Composer & { id: string; onSent: (sent: Sent) => void };

/** A message to edit and send again: its files are fetched once more, so that nobody attaches them anew. */
export function ComposeFrom({ id, ...props }: Props) {
  const t = useTranslations('messages.compose');
  const query = useQuery(sourceQuery(id));
  return (
    <QueryState query={query}>
      {({ draft, files }) => {
        if (draft.tooLong) return <Notice tone="warn" title={t('fromTooLong')} />;
        if (!findForm(draft.channel))
          return <Notice tone="warn" title={t('fromOtherChannel', { channel: draft.channel })} />;
        const initial = fromDraft(draft, files);
        return (
          <ComposeMessage
            {...props}
            channel={draft.channel}
            initial={initial}
            example={EMPTY}
            source={draft}
          />
        );
      }}
    </QueryState>
  );
}

/** Once: what is being written must not change because the other message does. */
function sourceQuery(id: string) {
  return queryOptions({
    queryKey: ['compose-from', id],
    queryFn: async () => {
      const draft = await apiGet('messages/[id]/draft', { id });
      const files = draft.tooLong
        ? []
        : await Promise.all(draft.attachments.map((each) => fetchFile(id, each)));
      return { draft, files };
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

async function fetchFile(id: string, { position, filename, contentId }: MessageDraft['attachments'][number]) {
  const blob = await apiBlob('messages/[id]/attachments/[position]', { id, position });
  const type = { type: blob.type };
  return contentId ? new InlineFile([blob], filename, contentId, type) : new File([blob], filename, type);
}
