'use server';

import { z } from 'zod';
import { endDrill } from '@/lib/drills/end';
import { DrillInput } from '@/lib/drills/schema';
import { startDrill } from '@/lib/drills/start';
import { action } from '@/lib/http/action';

export const startDrillAction = action({ role: 'technician' }, DrillInput, startDrill);

export const endDrillAction = action({ role: 'technician' }, z.strictObject({ id: z.uuid() }), endDrill);
