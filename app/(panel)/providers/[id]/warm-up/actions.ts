'use server';

import { action } from '@/lib/http/action';
import { startWarmUp, stopWarmUp } from '@/lib/warm-up/change';
import { WarmUpInput, WarmUpRef } from '@/lib/warm-up/schema';

export const startWarmUpAction = action({ may: 'providers.write' }, WarmUpInput, startWarmUp);

export const stopWarmUpAction = action({ may: 'providers.write' }, WarmUpRef, stopWarmUp);
