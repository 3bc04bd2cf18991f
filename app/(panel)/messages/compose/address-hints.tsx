'use client';

import { Anchor, Stack, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useFormContext, useWatch } from 'react-hook-form';
import { apiPost } from '@/components/layout/api';
import { nounKey } from '@/components/layout/noun-key';
import type { AddressCheck, AddressReason } from '@/lib/addresses/schema';
import type { ChannelForm } from '@/lib/channels/form';
import type { ComposeValues } from './compose-values';

/** Not that it is a desk, which may well be meant, nor that DNS is silent; what is no address at all the field itself tells. */
const SAID = ['no_domain', 'no_mail_server', 'null_mx', 'reserved', 'typo', 'no_mx', 'disposable'] as const;
const isSaid = (reason: AddressReason) => (SAID as readonly AddressReason[]).includes(reason);
const MINUTE_MS = 60_000;

/** Under a field with addresses: whom mail will hardly reach, and by a press what was meant, perhaps. It asks nothing and holds up nobody. */
export function AddressHints({ name, form: { bare } }: { name: 'to' | 'cc' | 'bcc'; form: ChannelForm }) {
  const t = useTranslations('messages.compose.addressHints');
  const { setValue } = useFormContext<ComposeValues>();
  const [entries = []] = useWatch<ComposeValues, [typeof name]>({ name: [name] });
  const { data } = useQuery({
    queryKey: [...nounKey('addresses'), ...entries],
    queryFn: () => apiPost<{ results: AddressCheck[] }>('addresses/check', { addresses: entries }),
    enabled: entries.length > 0,
    staleTime: 10 * MINUTE_MS,
    retry: false,
    placeholderData: keepPreviousData,
  });
  const told = (data?.results ?? []).flatMap((check) => {
    const reason = check.reasons.find(isSaid) as (typeof SAID)[number] | undefined;
    const isWorthIt = entries.includes(check.address) && (reason || check.suggestion);
    return isWorthIt ? [{ ...check, reason }] : [];
  });
  const correct = ({ address, suggestion }: AddressCheck) => {
    const own = bare?.(address);
    const meant = own ? address.replace(own, () => suggestion!) : suggestion!;
    const corrected = entries.map((entry) => (entry === address ? meant : entry));
    setValue(name, [...new Set(corrected)], { shouldDirty: true, shouldValidate: true });
  };
  return (
    <Stack gap={4} role="status">
      {told.map((check) => (
        <Text key={check.address} size="sm" c="dimmed" mt={4} style={{ overflowWrap: 'anywhere' }}>
          {check.reason && t(`reasons.${check.reason}`, { entry: check.address })}{' '}
          {check.suggestion &&
            t.rich('meant', {
              meant: check.suggestion,
              fix: (meant) => (
                <Anchor component="button" type="button" size="sm" onClick={() => correct(check)}>
                  {meant}
                </Anchor>
              ),
            })}
        </Text>
      ))}
    </Stack>
  );
}
