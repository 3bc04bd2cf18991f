'use client';

import { Input, Loader } from '@mantine/core';
import dynamic from 'next/dynamic';
import type { RichText } from '@/lib/templates/blocks/rich-text/schema';
import type { FieldProps } from './field-props';

const RichEditor = dynamic(() => import('./rich-editor').then((module) => module.RichEditor), {
  ssr: false,
  loading: () => <Loader size="sm" />,
});

type Props = Pick<FieldProps, 'value' | 'onChange' | 'variables'> & {
  label: string;
  error: string | undefined;
};

/** Its editor weighs as much as the rest of the page together, so it comes when it is needed. */
export function RichField({ value, onChange, variables, label, error }: Props) {
  return (
    <Input.Wrapper label={label} error={error} labelElement="div">
      <RichEditor label={label} value={value as RichText} onChange={onChange} variables={variables} />
    </Input.Wrapper>
  );
}
