'use server';

import { action } from '@/lib/http/action';
import { setLogLevel } from '@/lib/logs/level';
import { LogLevelInput } from '@/lib/logs/schema';

export const setLogLevelAction = action({ may: 'settings.write' }, LogLevelInput, setLogLevel);
