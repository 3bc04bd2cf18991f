'use client';

import { useFieldMessage } from '@/components/form/use-field-message';
import { type ChannelForm, splitAtSeparators } from '@/lib/channels/form';
import { fieldErrorsOf } from '@/lib/field-errors';

/** How a field for addresses of the channel takes a list apart, and what it says of an entry that is none. */
export function useAddressCheck({ address, split = splitAtSeparators }: ChannelForm) {
  const say = useFieldMessage();
  const check = (entry: string): string | null => {
    const { error } = address.safeParse(entry, { reportInput: true });
    const [wrong] = error ? fieldErrorsOf(error) : [];
    return wrong ? say(wrong) : null;
  };
  return { split, check };
}
