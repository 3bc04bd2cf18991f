'use client';

import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { apiQuery } from '@/components/layout/api';
import { Columns } from '@/components/layout/columns';
import { DetailScreen } from '@/components/layout/detail-screen';
import { useCursorStack } from '@/components/table/use-cursor-stack';
import { paths } from '@/lib/paths';
import { ContactLink } from './contact-link';
import { KeptData } from './kept-data';
import { MessageFigures } from './message-figures';
import { ReceivedTexts } from './received-texts';
import { StoryHeadline } from './story-headline';
import { SuppressionState } from './suppression-state';
import { Timeline } from './timeline';

/** Everything that happened to one person: what matters on top, then what happened, and whether they are written to. */
export function RecipientScreen({ address }: { address: string }) {
  const t = useTranslations('recipients');
  const paging = useCursorStack();
  const query = useQuery({
    ...apiQuery('recipients/[address]/story', { address, cursor: paging.cursor }),
    // Another page of the same person; never somebody else's.
    placeholderData: (before) => (before?.address === address.toLowerCase() ? before : undefined),
  });
  return (
    <DetailScreen
      query={query}
      kind={t('one')}
      back={{ href: paths.recipients(), label: t('title') }}
      head={({ address: title, name }) => ({ title, state: name })}
    >
      {(story) => (
        <>
          <StoryHeadline story={story} />
          <Columns
            main={
              <>
                <ReceivedTexts story={story} />
                <Timeline story={story} paging={paging} />
              </>
            }
            beside={
              <>
                <ContactLink address={story.address} />
                <SuppressionState story={story} />
                <MessageFigures story={story} />
                <KeptData address={story.address} />
              </>
            }
          />
        </>
      )}
    </DetailScreen>
  );
}
