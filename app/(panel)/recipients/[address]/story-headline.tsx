import { Button, Text } from '@mantine/core';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Notice } from '@/components/table/notice';
import type { Tone } from '@/components/tones';
import { paths } from '@/lib/paths';
import type { Headline, HeadlineCode, StoryView } from '@/lib/recipients/schema';

const TONES: Record<HeadlineCode, Tone> = {
  never: 'quiet',
  on_list_hard_bounce: 'bad',
  on_list_soft_bounces: 'warn',
  on_list_complaint: 'bad',
  on_list_unsubscribe: 'warn',
  on_list_manual: 'warn',
  address_refused: 'bad',
  mailbox_full: 'warn',
  deferred: 'warn',
  waits_provider: 'bad',
  waits_room: 'warn',
  uncertain: 'warn',
  second_copy: 'warn',
  failed: 'bad',
  not_sent: 'warn',
  complained: 'bad',
  scheduled: 'quiet',
  on_its_way: 'busy',
  on_list_partly: 'quiet',
  captured: 'kept',
  canceled: 'quiet',
  arrived: 'good',
  taken: 'good',
  some_arrived: 'quiet',
};

/** The sentence that matters, who must act, and the button for it; that of a suppression stands with it. */
export function StoryHeadline({ story }: { story: StoryView }) {
  const t = useTranslations('recipients');
  const { headline, sentence, advice, address } = story;
  const href = hrefOf(headline, address);
  return (
    <Notice tone={TONES[headline.code]} role="status">
      <Text fw={600} size="lg" style={{ overflowWrap: 'anywhere' }}>
        {sentence}
      </Text>
      <Text size="sm" mt={4}>
        {/* Where nobody has to, the advice says so itself. */}
        {headline.actor !== 'nobody' && `${t(`actor.${headline.actor}`)}. `}
        {advice}
      </Text>
      {href && headline.next && (
        <Button component={Link} href={href} variant="default" size="xs" mt="sm">
          {t(`next.${headline.next}`)}
        </Button>
      )}
    </Notice>
  );
}

function hrefOf({ next, messageId }: Headline, address: string): string | null {
  if (next === 'message' && messageId) return paths.message(messageId);
  if (next === 'providers') return paths.providers();
  if (next === 'queue') return paths.queue();
  if (next === 'compose') return paths.compose();
  return next === 'waiting' ? paths.messages({ q: address }) : null;
}
