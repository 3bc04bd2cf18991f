'use client';

import { useTranslations } from 'next-intl';
import { paths } from '@/lib/paths';
import type { Attention, Statistics } from '@/lib/statistics/schema';
import { useFormats } from './use-formats';

export type AttentionText = { text: string; help?: string; href: string; action: string };

type Of<T extends Attention['type']> = Extract<Attention, { type: T }>;

/** Says in words what needs a person, and where it is dealt with. */
export function useAttentionText(statistics: Statistics) {
  const t = useTranslations('home.attention');
  const tCauses = useTranslations('providers.causes');
  const tMailboxes = useTranslations('mailboxes.causes');
  const tKeys = useTranslations('providers.keys');
  const { money, when, until, percent, count } = useFormats(statistics);

  const atProvider = ({ id, name }: { id: string; name: string }, tab?: string) => ({
    href: paths.provider(id, { tab }),
    action: t('open.provider', { name }),
  });

  function ofLimit({ type, provider, use }: Of<'limit_used' | 'limit_near'>): AttentionText {
    const period = t(`periods.${use.unit}`);
    const values = { name: provider.name, used: count(use.used), limit: count(use.limit), period };
    if (type === 'limit_used')
      return {
        text: t('limitUsed', values),
        help: t(use.capacity < use.limit ? 'limitUsedKept' : 'limitUsedHelp', {
          when: when(use.endsAt),
          kept: use.limit - use.capacity,
        }),
        ...atProvider(provider),
      };
    return {
      text: use.forecastAt
        ? t('limitForecast', { ...values, unit: use.unit, when: when(use.forecastAt) })
        : t('limitNear', { ...values, share: percent(use.used / use.limit) }),
      help: t('limitNearHelp', { ...values, when: when(use.endsAt) }),
      ...atProvider(provider),
    };
  }

  function ofBudget({ type, provider, use }: Of<'budget_used' | 'budget_near'>): AttentionText {
    const values = { name: provider.name, used: money(use.used), monthly: money(use.monthly) };
    if (type === 'budget_used')
      return {
        text: t('budgetUsed', values),
        help: t(use.hard ? 'budgetHard' : 'budgetSoft', { until: until(use.endsAt) }),
        ...atProvider(provider),
      };
    return {
      text: use.forecastAt
        ? t('budgetForecast', { ...values, when: when(use.forecastAt) })
        : t('budgetNear', values),
      help: t(use.hard ? 'budgetHardThen' : 'budgetSoftThen', values),
      ...atProvider(provider),
    };
  }

  /** What its last test found, if that failed. */
  function causeOf(id: string): string | null {
    const lastTest = statistics.providers.find((provider) => provider.id === id)?.lastTest;
    if (!lastTest || lastTest.ok || !lastTest.cause || !tCauses.has(lastTest.cause)) return null;
    return tCauses(lastTest.cause);
  }

  function ofProvider(entry: Of<'breaker_open' | 'unhealthy' | 'degraded' | 'check_failed'>): AttentionText {
    const { provider } = entry;
    const { name } = provider;
    const cause = causeOf(provider.id);
    switch (entry.type) {
      case 'breaker_open': {
        const next = entry.until ? t('breakerUntil', { until: until(entry.until) }) : t('breakerProbing');
        return {
          text: t('breakerOpen', { name, count: entry.failures }),
          help: cause ? `${cause} ${next}` : next,
          ...atProvider(provider),
        };
      }
      case 'check_failed':
        return {
          text: t('checkFailed', { name, when: when(entry.at) }),
          help: cause ?? t('checkFailedHelp'),
          ...atProvider(provider),
        };
      default:
        return {
          text: t(entry.type, { name, share: percent(entry.successRate) }),
          help: t(`${entry.type}Help`),
          ...atProvider(provider),
        };
    }
  }

  return function say(entry: Attention): AttentionText {
    switch (entry.type) {
      case 'no_provider':
        return {
          text: t('noProvider'),
          help: t('kept'),
          href: paths.providers(),
          action: t('open.providers'),
        };
      case 'no_worker':
        return {
          text: t('noWorker'),
          help: t('noWorkerHelp'),
          href: paths.workers(),
          action: t('open.workers'),
        };
      case 'all_paused':
        return { text: t('allPaused'), help: t('kept'), href: paths.queue(), action: t('open.queue') };
      case 'paused':
        return { text: t('paused'), help: t('kept'), href: paths.queue(), action: t('open.queue') };
      case 'queue_old':
        return {
          text: t('queueOld', { minutes: Math.round(entry.seconds / 60) }),
          help: t('queueOldHelp'),
          href: paths.queue(),
          action: t('open.queue'),
        };
      case 'parked':
        return {
          text: t('parked', { count: entry.count }),
          help: t('parkedHelp'),
          href: paths.messages({ status: 'held' }),
          action: t('open.parked'),
        };
      case 'uncertain':
        return {
          text: t('uncertain', { count: entry.count }),
          help: t('uncertainHelp'),
          href: paths.messages({ status: 'uncertain' }),
          action: t('open.uncertain'),
        };
      case 'waiting_for_provider':
        return {
          text: t('waitingForProvider', { count: entry.count }),
          help: t('waitingForProviderHelp'),
          href: paths.messages({ status: 'for_provider' }),
          action: t('open.waiting'),
        };
      case 'waiting_for_room':
        return {
          text: t('waitingForRoom', { count: entry.count, when: when(entry.nextAt) }),
          help: t('waitingForRoomHelp'),
          href: paths.messages({ status: 'for_room' }),
          action: t('open.waiting'),
        };
      case 'failovers':
        return {
          text: t('failovers', { from: entry.from.name, to: entry.to.name, count: entry.count }),
          help: t(Number(entry.extraCost) > 0 ? 'extraCost' : 'noExtraCost', {
            cost: money(entry.extraCost),
          }),
          ...atProvider(entry.from),
        };
      case 'mailbox_failing':
        return {
          text: t('mailboxFailing', { name: entry.mailbox.name, when: when(entry.since) }),
          help: tMailboxes(`${entry.cause}.what`),
          href: paths.bounceMailboxes(),
          action: t('open.mailboxes'),
        };
      case 'token_waits':
        return {
          text: t('tokenWaits', { name: entry.token.name }),
          help: t('tokenWaitsHelp'),
          href: paths.token(entry.token.id),
          action: t('open.token', { name: entry.token.name }),
        };
      case 'token_ends':
        return {
          text: t('tokenEnds', { name: entry.token.name, when: when(entry.endsAt) }),
          help: t('tokenEndsHelp'),
          href: paths.token(entry.token.id, { end: 'true' }),
          action: t('open.token', { name: entry.token.name }),
        };
      case 'webhook_stopped':
        return {
          text: t('webhookStopped', { name: entry.webhook.name, when: when(entry.since) }),
          help: t(`webhookStoppedHelp.${entry.because}`),
          href: paths.webhook(entry.webhook.id),
          action: t('open.webhook', { name: entry.webhook.name }),
        };
      case 'key_failed':
        return {
          text: t('keyFailed', { name: entry.provider.name }),
          help: tKeys(`problems.${entry.problem}`),
          ...atProvider(entry.provider, 'keys'),
        };
      case 'key_old':
        return {
          text: t('keyOld', { name: entry.provider.name, when: when(entry.since) }),
          help: t('keyOldHelp'),
          ...atProvider(entry.provider, 'keys'),
        };
      case 'misconfigured': {
        const { provider, problem } = entry;
        return {
          text: t('misconfigured', { name: provider.name }),
          help: t(`misconfiguredHelp.${problem.reason}`, { detail: problem.detail }),
          ...atProvider(provider, problem.reason === 'kind' ? undefined : 'settings'),
        };
      }
      case 'limit_used':
      case 'limit_near':
        return ofLimit(entry);
      case 'budget_used':
      case 'budget_near':
        return ofBudget(entry);
      default:
        return ofProvider(entry);
    }
  };
}
