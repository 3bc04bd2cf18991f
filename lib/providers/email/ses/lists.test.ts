import { expect, it } from 'vitest';
import { getAdapter } from '@/lib/providers/registry';
import { allowLoopbackTargets, startApiServer } from '@/lib/testing/api-server';
import { expectAwsSignature } from '@/lib/testing/aws-signature';

allowLoopbackTargets();

const keys = {
  accessKeyId: 'AKIAFIRST0FIRST0FIRS',
  secretAccessKey: 'first/secret+first/secret+first/secret+1',
};

/** https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_ListSuppressedDestinations.html, …/API_DeleteSuppressedDestination.html */
it('reads the list of the account page by page, and takes one out; what is gone is out', async () => {
  const held = new Map([
    ['a+b@example.com', 'BOUNCE'],
    ['luis@example.com', 'COMPLAINT'],
  ]);
  const { url } = await startApiServer((call) => {
    expectAwsSignature(call, keys, 'ses', 'eu-west-1');
    const { pathname, searchParams } = new URL(call.path, 'http://ses.test');
    if (call.method === 'DELETE') {
      const address = decodeURIComponent(pathname.replace('/v2/email/suppression/addresses/', ''));
      return held.delete(address)
        ? { status: 200, body: {} }
        : { status: 404, body: { message: 'not found' } };
    }
    expect([pathname, searchParams.get('PageSize')]).toEqual(['/v2/email/suppression/addresses', '1000']);
    const at = searchParams.get('NextToken') === 'second/+=' ? 1 : 0;
    const [EmailAddress, Reason] = [...held][at]!;
    return {
      status: 200,
      body: {
        SuppressedDestinationSummaries: [{ EmailAddress, Reason, LastUpdateTime: 1_764_400_000 }],
        ...(at === 0 && { NextToken: 'second/+=' }),
      },
    };
  });
  const lists = getAdapter('ses').lists!;
  const settings = { region: 'eu-west-1', endpoint: url };
  const config = { id: '1', name: 'Amazon', version: 1, settings, secrets: keys as Record<string, string> };
  const first = await lists.page(config, null);
  const second = await lists.page(config, first.next);
  const at = new Date(1_764_400_000_000);
  expect([...first.held, ...second.held]).toEqual([
    { address: 'a+b@example.com', list: 'account', cause: 'hard_bounce', at },
    { address: 'luis@example.com', list: 'account', cause: 'complaint', at },
  ]);
  expect(second.next).toBeNull();
  for (let twice = 0; twice < 2; twice++) await lists.remove(config, first.held[0]!);
  expect([...held.keys()]).toEqual(['luis@example.com']);
});
