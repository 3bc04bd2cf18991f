'use client';

import { Stack, Text } from '@mantine/core';
import { IconPlugX } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { parseAsString, useQueryState } from 'nuqs';
import { useState } from 'react';
import { PageHeader } from '@/components/layout/page-header';
import { SectionCard } from '@/components/layout/section-card';
import { Notice } from '@/components/table/notice';
import type { DoorAddress } from '@/lib/env';
import { FirstMessage } from './first-message';
import { MakePair } from './make-pair';
import { type Made, MakeToken } from './make-token';
import { ProgramChoice } from './program-choice';
import { Recipe } from './recipe';
import { isProgram, placeOf, speaksSmtp } from './recipes';
import type { Pair } from './recipes-of-apis';

/** Which program, a token for it, the lines to paste, and whether they work: from top to bottom. */
export function ConnectScreen({ door }: { door: DoorAddress }) {
  const t = useTranslations('connect');
  const [asked, choose] = useQueryState('program', parseAsString.withDefault('api'));
  const program = isProgram(asked) ? asked : 'api';
  const [made, setMade] = useState<Made>();
  const [pair, setPair] = useState<Pair>();
  const isClosed = door.port === null && door.tlsPort === null;
  return (
    <>
      <PageHeader title={t('title')} description={t('lead')} />
      <Stack gap="lg">
        <SectionCard title={t('choose.title')} lead={t('choose.lead')}>
          <Stack>
            <ProgramChoice chosen={program} onChoose={choose} />
            {speaksSmtp(program) && isClosed && (
              <Notice tone="warn" icon={<IconPlugX aria-hidden />}>
                {t('closed', { variable: `RELEVO_SMTP_PORT=${placeOf(door).port}` })}
              </Notice>
            )}
            {speaksSmtp(program) && !isClosed && placeOf(door).security === 'none' && (
              <Text size="sm" c="dimmed">
                {t('plain')}
              </Text>
            )}
          </Stack>
        </SectionCard>
        <MakeToken program={program} made={made} onMade={setMade} />
        {program === 'ses' && <MakePair tokenId={made?.id} made={pair} onMade={setPair} />}
        <Recipe program={program} door={door} token={made?.token} pair={pair} />
        {made && <FirstMessage id={made.id} />}
      </Stack>
    </>
  );
}
