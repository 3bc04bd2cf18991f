'use server';

import { z } from 'zod';
import { endDrill } from '@/lib/drills/end';
import { DrillInput } from '@/lib/drills/schema';
import { startDrill } from '@/lib/drills/start';
import { action } from '@/lib/http/action';

export const startDrillAction = action({ may: 'providers.write' }, DrillInput, startDrill);

export const endDrillAction = action({ may: 'providers.write' }, z.strictObject({ id: z.uuid() }), endDrill);
