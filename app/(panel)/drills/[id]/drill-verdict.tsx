'use client';

import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconClock } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Notice } from '@/components/table/notice';
import type { DrillDetail } from '@/lib/drills/schema';
import { type Verdict, verdictOf } from './verdict';

const LOOK = {
  waiting: { tone: 'busy', icon: IconClock },
  untouched: { tone: 'quiet', icon: IconClock },
  elsewhere: { tone: 'warn', icon: IconAlertTriangle },
  allSent: { tone: 'good', icon: IconCircleCheck },
  someKept: { tone: 'warn', icon: IconAlertTriangle },
  someFailed: { tone: 'bad', icon: IconCircleX },
} as const satisfies Record<Verdict, unknown>;

/** What came of it, in a sentence. */
export function DrillVerdict({ drill }: { drill: DrillDetail }) {
  const t = useTranslations('drills.verdict');
  const verdict = verdictOf(drill);
  const { tone, icon: Icon } = LOOK[verdict];
  const { touched, outcome } = drill.report;
  const values = {
    name: drill.provider.name,
    touched,
    sent: outcome.sentByOthers + outcome.sentByItself + outcome.capturedByOthers + outcome.capturedByItself,
    others: outcome.sentByOthers + outcome.capturedByOthers,
    kept: outcome.waiting + outcome.parked,
    failed: outcome.failed,
  };
  return (
    <Notice role="status" tone={tone} icon={<Icon aria-hidden />} title={t(`${verdict}.title`, values)}>
      {t(`${verdict}.text`, values)}
    </Notice>
  );
}
