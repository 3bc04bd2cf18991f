'use server';

import { action } from '@/lib/http/action';
import { createKind } from '@/lib/subjects/kinds';
import { KindInput } from '@/lib/subjects/schema';

export const createKindAction = action({ may: 'subjects.write' }, KindInput, createKind);
