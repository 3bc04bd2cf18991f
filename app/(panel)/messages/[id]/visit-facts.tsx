import { Code, Text } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { agentWords } from '@/lib/events/agent-words';
import { isMachineVisit } from '@/lib/events/machines';
import type { EventView } from '@/lib/messages/view-schema';

/** Who opened it or followed a link, as far as it is known: with what, from where, and whether it was a machine. */
export function VisitFacts({ event }: { event: EventView }) {
  const t = useTranslations('messages.timeline.visit');
  const locale = useLocale();
  const text = (name: string) => {
    const value = event.detail?.[name];
    return typeof value === 'string' ? value : null;
  };
  const [link, agent, country, ip] = ['link', 'agent', 'country', 'ip'].map(text);
  const { program, system } = agentWords(agent ?? '');
  const place = country && new Intl.DisplayNames(locale, { type: 'region' }).of(country);
  const from = [program && system ? t('with', { program, system }) : (program ?? system), place, ip];
  const known = from.filter(Boolean).join(' · ');
  const machine = text('machine');
  return (
    <>
      {link && (
        // Not to be followed from here: it would be another click, by the wrong one.
        <Code style={{ overflowWrap: 'anywhere' }}>{link}</Code>
      )}
      {known && (
        <Text size="xs" c="dimmed">
          {known}
        </Text>
      )}
      {isMachineVisit(event) && (
        <Text size="xs" c="dimmed">
          {t(machine && t.has(`machine.${machine}`) ? `machine.${machine}` : 'machine.scanner')}
        </Text>
      )}
    </>
  );
}
