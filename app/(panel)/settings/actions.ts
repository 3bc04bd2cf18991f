'use server';

import { z } from 'zod';
import { action } from '@/lib/http/action';
import { SettingsPatch } from '@/lib/settings/schema';
import { updateSettings } from '@/lib/settings/update';
import { restartAll } from '@/lib/workers/restart';

export const updateSettingsAction = action({ may: 'settings.write' }, SettingsPatch, updateSettings);

export const restartAction = action({ may: 'settings.write', confirm: true }, z.strictObject({}), restartAll);
