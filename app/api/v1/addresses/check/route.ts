import { checkAddresses } from '@/lib/addresses/check-addresses';
import { AddressCheckInput } from '@/lib/addresses/schema';
import { handle } from '@/lib/http/handle';

export const POST = handle(
  { scope: 'addresses:read', body: AddressCheckInput, countsAs: ({ addresses }) => addresses.length },
  async (_, { body }) => ({ results: await checkAddresses(body.addresses) }),
);
