'use server';

import { checkServers } from '@/lib/domains/servers/list-servers';
import { CheckServersInput } from '@/lib/domains/servers/schema';
import { action } from '@/lib/http/action';
import { generateOwnServer } from '@/lib/own-server/generate';
import { OwnServerInput } from '@/lib/own-server/schema';

/** Nothing is stored and nobody is asked: of the same form always the same files. */
export const generateOwnServerAction = action({ may: 'providers.write' }, OwnServerInput, async (_, input) =>
  generateOwnServer(input),
);

export const checkServersAction = action({ may: 'domains.write' }, CheckServersInput, checkServers);
