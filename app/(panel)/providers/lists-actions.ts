'use server';

import { z } from 'zod';
import { action } from '@/lib/http/action';
import { applyProviderLists, readProviderLists, setProviderLists } from '@/lib/suppressions/held/lists';
import { ProviderListsPatch } from '@/lib/suppressions/held/schema';

const One = z.strictObject({ id: z.uuid() });

export const readListsAction = action({ may: 'suppressions.write' }, One, readProviderLists);

export const applyListsAction = action({ may: 'suppressions.write' }, One, applyProviderLists);

export const setListsAction = action(
  { may: 'suppressions.write' },
  ProviderListsPatch.extend({ id: z.uuid() }),
  setProviderLists,
);
