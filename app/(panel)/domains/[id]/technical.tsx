'use client';

import { Group, Select, Stack, Switch, Text } from '@mantine/core';
import { IconRotate } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { ReasonedButton } from '@/components/form/reasoned-button';
import { apiQuery } from '@/components/layout/api';
import { CopyableText } from '@/components/layout/copyable-text';
import { SectionCard } from '@/components/layout/section-card';
import { Time } from '@/components/layout/time';
import { useAction } from '@/components/layout/use-action';
import { useLocked } from '@/components/layout/use-locked';
import type { DomainView } from '@/lib/domains/schema';
import { rotateKeysAction, updateDomainAction } from '../actions';

/** What a technician wants at once: all records as a zone file, and the keys. */
export function Technical({ domain }: { domain: DomainView }) {
  const t = useTranslations('domains');
  const { id, version } = domain;
  const { data } = useQuery({ ...apiQuery('domains/[id]/records', { id }), refetchInterval: 10_000 });
  return (
    <>
      <SectionCard title={t('keys.title')} lead={t('keys.lead')}>
        <Keys key={version} domain={domain} />
      </SectionCard>
      <SectionCard title={t('zone.title')} lead={t('zone.lead')}>
        {data && <CopyableText label={t('zone.label')} text={data.zone} />}
      </SectionCard>
    </>
  );
}

const BY_HAND = 0;
const USUAL_DAYS = [BY_HAND, 90, 180, 365];

function Keys({ domain }: { domain: DomainView }) {
  const t = useTranslations('domains.keys');
  const locked = useLocked('domains.write', domain);
  const rotate = useAction(rotateKeysAction, { invalidates: ['domains'], success: t('rotated') });
  const choices = [...new Set([...USUAL_DAYS, domain.rotateEveryDays ?? BY_HAND])].toSorted((a, b) => a - b);
  const update = useAction(updateDomainAction, { invalidates: ['domains'], success: t('saved') });
  return (
    <Stack gap="xs">
      {domain.keys.map(({ selector, algorithm, state, signsSince, retiresAt }) => (
        <Text key={selector} size="sm">
          <Text span ff="monospace">
            {selector}
          </Text>{' '}
          {algorithm === 'rsa' ? 'RSA' : 'Ed25519'} · {t(`states.${state}`)}
          {state === 'signing' && signsSince && (
            <>
              {' '}
              <Time value={signsSince} />
            </>
          )}
          {state === 'retiring' && retiresAt && (
            <>
              {' '}
              <Time value={retiresAt} />
            </>
          )}
        </Text>
      ))}
      <Switch
        label={t('both')}
        description={t('bothHelp')}
        checked={domain.algorithms === 'rsa_ed25519'}
        disabled={Boolean(locked) || update.pending}
        onChange={({ currentTarget: { checked } }) =>
          void update.run({ id: domain.id, algorithms: checked ? 'rsa_ed25519' : 'rsa' })
        }
      />
      <Select
        label={t('every')}
        description={t('everyHelp')}
        maw="22rem"
        allowDeselect={false}
        disabled={Boolean(locked) || update.pending}
        value={String(domain.rotateEveryDays ?? BY_HAND)}
        data={choices.map((days) => ({
          value: String(days),
          label: days === BY_HAND ? t('byHand') : t('everyDays', { days }),
        }))}
        onChange={(value) =>
          void update.run({
            id: domain.id,
            rotateEveryDays: Number(value) === BY_HAND ? null : Number(value),
          })
        }
      />
      <Group>
        <ReasonedButton
          variant="default"
          leftSection={<IconRotate size={16} aria-hidden />}
          loading={rotate.pending}
          disabledReason={locked}
          onClick={() => void rotate.run({ id: domain.id })}
        >
          {t('rotate')}
        </ReasonedButton>
      </Group>
    </Stack>
  );
}
