'use server';

import { action } from '@/lib/http/action';
import { SettingsPatch } from '@/lib/settings/schema';
import { updateSettings } from '@/lib/settings/update';

export const updateSettingsAction = action({ may: 'settings.write' }, SettingsPatch, updateSettings);
