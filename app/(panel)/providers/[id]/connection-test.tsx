'use client';

import { Button, Collapse, Group, Stack, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { useEffect, useRef, useState } from 'react';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { useFieldMessage } from '@/components/form/use-field-message';
import { apiQuery } from '@/components/layout/api';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import { DEFAULT_CHANNEL } from '@/lib/channels/default-channel';
import type { FieldError } from '@/lib/errors';
import type { ProviderView, TestView } from '@/lib/providers/schema';
import { testProviderAction } from '../actions';
import { TestReport } from './test-report';
import { TestRunning } from './test-running';

type Props = {
  provider: ProviderView;
  startNow?: boolean;
  onReport?: (report: TestView) => void;
};

/** Connects for real, on demand; `startNow` or `?test=now` (from the list) starts it at once. */
export function ConnectionTest({ provider, startNow = false, onReport }: Props) {
  const t = useTranslations('providers.test');
  const disabledReason = useLocked('providers.write');
  const [report, setReport] = useState<TestView | null>(null);
  const [sending, { toggle }] = useDisclosure(false);
  const { to, setTo, toError, setToError } = useRecipient();
  const test = useAction(testProviderAction, {
    invalidates: ['providers'],
    onSuccess: (found) => {
      setReport(found);
      onReport?.(found);
    },
    onError: ({ errors }) => {
      const wrong = errors?.find(({ path }) => path === 'to');
      if (wrong) setToError(wrong);
      return Boolean(wrong);
    },
  });
  const run = (recipient?: string) => {
    setReport(null);
    setToError(null);
    void test.run({ id: provider.id, ...(recipient && { to: recipient }) });
  };
  useStartAtOnce(!disabledReason, startNow, run);

  return (
    <SectionCard
      title={t('title')}
      lead={
        provider.lastTest
          ? t.rich('last', { time: () => <Time value={provider.lastTest!.at} /> })
          : t('never')
      }
      actions={
        <ReasonedButton loading={test.pending} disabledReason={disabledReason} onClick={() => run()}>
          {t('run')}
        </ReasonedButton>
      }
    >
      <Stack gap="md">
        <div aria-live="polite">
          {test.pending && <TestRunning />}
          {report && !test.pending && <TestReport report={report} />}
          {!report && !test.pending && <LastReport provider={provider} />}
        </div>
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            ml={-8}
            rightSection={
              sending ? <IconChevronUp size={14} aria-hidden /> : <IconChevronDown size={14} aria-hidden />
            }
            onClick={toggle}
            aria-expanded={sending}
          >
            {t('sendToggle')}
          </Button>
          <Collapse expanded={sending}>
            <form
              noValidate
              onSubmit={(event) => {
                event.preventDefault();
                run(to.trim() || undefined);
              }}
            >
              <Group align="flex-end" gap="xs" mt="xs">
                <TextInput
                  flex="1 1 200px"
                  type={provider.channel === DEFAULT_CHANNEL ? 'email' : 'text'}
                  label={t('to')}
                  value={to}
                  onChange={(event) => setTo(event.currentTarget.value)}
                  error={toError}
                />
                <Button
                  type="submit"
                  variant="default"
                  loading={test.pending}
                  disabled={disabledReason !== null || !to.trim()}
                >
                  {t('send')}
                </Button>
              </Group>
            </form>
          </Collapse>
        </div>
      </Stack>
    </SectionCard>
  );
}

/** As it was found then, so that one who comes back still sees what is wrong and what to do. */
function LastReport({ provider: { id, lastTest } }: Pick<Props, 'provider'>) {
  const { data } = useQuery({
    ...apiQuery('providers/[id]/tests', { id, limit: 1 }),
    enabled: lastTest !== null,
  });
  const last = data?.data[0];
  return last ? <TestReport report={last} /> : null;
}

function useRecipient() {
  const say = useFieldMessage();
  const [to, setTo] = useState('');
  const [wrong, setToError] = useState<FieldError | null>(null);
  return { to, setTo, toError: wrong && say(wrong), setToError };
}

/** Once per visit, and the URL forgets it, so that a reload does not test again. */
function useStartAtOnce(allowed: boolean, startNow: boolean, run: () => void): void {
  const [wanted, setWanted] = useQueryState('test', parseAsStringLiteral(['now']));
  const started = useRef(false);
  const start = useRef(run);
  useEffect(() => {
    start.current = run;
  });
  useEffect(() => {
    if (!(startNow || wanted === 'now') || !allowed || started.current) return;
    started.current = true;
    if (wanted) void setWanted(null);
    start.current();
  }, [wanted, startNow, allowed, setWanted]);
}
