'use client';

import { Button, Progress, Stack, Text } from '@mantine/core';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { formatPercent } from '@/components/layout/quantities';
import { type Scenario, shareOf } from './lab';
import classes from './shares.module.css';

const COUNT = 1_000;

/** How many of a thousand messages like this each provider would get first. */
export function Shares({ scenario }: { scenario: Scenario }) {
  const t = useTranslations('routing.shares');
  const [shown, setShown] = useState(false);
  return (
    <Stack gap="sm" mt="md" align="stretch">
      <Button variant="default" w="fit-content" aria-expanded={shown} onClick={() => setShown(!shown)}>
        {t(shown ? 'hide' : 'show', { count: COUNT })}
      </Button>
      {shown && <Bars scenario={scenario} />}
    </Stack>
  );
}

function Bars({ scenario: { state, message, supposed } }: { scenario: Scenario }) {
  const t = useTranslations('routing.shares');
  const locale = useLocale();
  const shares = useMemo(() => shareOf({ state, message, supposed }, COUNT), [state, message, supposed]);
  const percent = (share: number) => formatPercent(share, locale);
  if (shares.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('none')}
      </Text>
    );
  return (
    <ul className={classes.shares} aria-label={t('label')}>
      {shares.map(({ providerId, provider, share }) => (
        <li key={providerId}>
          <span>{provider}</span>
          <Progress value={share * 100} aria-hidden />
          <span className="tabular">{percent(share)}</span>
        </li>
      ))}
    </ul>
  );
}
