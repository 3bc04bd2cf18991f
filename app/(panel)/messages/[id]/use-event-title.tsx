import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Time } from '@/components/layout/time';
import { isMachineVisit } from '@/lib/events/machines';
import type { EventView, MessageDetail } from '@/lib/messages/view-schema';

/** What happened, and who did it where it was somebody. */
export function useEventTitle(): (event: EventView, message: MessageDetail) => ReactNode {
  const t = useTranslations('messages');
  const who = (name: unknown) => typeof name === 'string' && <Aside>{t('timeline.by', { name })}</Aside>;
  return (event, { acceptedBy, events }) => {
    const { type, recipient, provider, detail } = event;
    const [by, correct] = [detail?.by, detail?.correct as Record<string, string> | undefined];
    if (correct) {
      const [wrong = '', right = ''] = Object.entries(correct)[0] ?? [];
      const key = type === 'followed' ? 'timeline.corrected' : 'timeline.correction';
      return (
        <>
          {t(key, { wrong, right, more: Object.keys(correct).length - 1 })}
          {who(by)}
        </>
      );
    }
    if (type === 'scheduled' && typeof detail?.scheduledAt === 'string') {
      const at = detail.scheduledAt;
      const key = detail.now === true ? 'timeline.sentNow' : 'timeline.moved';
      return (
        <>
          {t.rich(key, { time: () => <Time value={at} format="absolute" /> })}
          {who(by)}
        </>
      );
    }
    // Not simply the first: the id of what was told afterwards may be an earlier one.
    const first = event === events.find((each) => each.type === 'queued' || each.type === 'scheduled');
    const name = first && detail?.follows === undefined ? (acceptedBy.name ?? acceptedBy.type) : null;
    const key = isMachineVisit(event) ? `timeline.byMachine.${type}` : `event.${type}`;
    const what = t.has(key) ? t(key, { provider: provider ?? '' }) : type;
    return (
      <>
        {recipient ? `${what}: ${recipient}` : what}
        {name && <Aside>{t('timeline.from', { name })}</Aside>}
        {who(by)}
      </>
    );
  };
}

function Aside({ children }: { children: ReactNode }) {
  return (
    <Text span inherit fw={400} c="dimmed" ml={6}>
      {children}
    </Text>
  );
}
