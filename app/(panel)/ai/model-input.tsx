import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import { type AiKindName, kindOf } from '@/lib/ai/call/kinds';

type Props = Omit<AutocompleteProps, 'data'> & { kind: AiKindName };

/** Any name may be typed: services have more models each month than are known here. */
export function ModelInput({ kind, ...props }: Props) {
  return <Autocomplete {...props} data={kindOf(kind).known.map(({ id }) => id)} />;
}
