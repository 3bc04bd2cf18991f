'use server';

import { z } from 'zod';
import { action } from '@/lib/http/action';
import { ReplayInput } from '@/lib/inbound/inbound-schema';
import { replayInbound, replayMany } from '@/lib/inbound/replay';

export const replayInboundAction = action(
  { may: 'providers.write' },
  z.strictObject({ id: z.uuid() }),
  replayInbound,
);

export const replayManyAction = action({ may: 'providers.write' }, ReplayInput, replayMany);
