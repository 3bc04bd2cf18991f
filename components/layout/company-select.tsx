'use client';

import { Select, type SelectProps } from '@mantine/core';

/** Fetched only where there are two companies. */
export function CompanySelect(props: SelectProps) {
  return <Select {...props} />;
}
