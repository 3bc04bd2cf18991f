import { describe, expect, it } from 'vitest';
import { setUpDns } from '@/lib/testing/dns-server';
import { lookUpHost } from './look-up-host';

describe('the addresses of a host', () => {
  it('come from the servers that are set, of both kinds', async () => {
    const { asked } = await setUpDns({
      'api.example.com': ['167.89.115.56', '159.183.3.4', '2606:4700::6812:141e'],
    });
    expect(await lookUpHost('API.example.com')).toEqual([
      { address: '167.89.115.56', family: 4 },
      { address: '159.183.3.4', family: 4 },
      { address: '2606:4700::6812:141e', family: 6 },
    ]);
    expect(asked).toEqual(['api.example.com', 'api.example.com']);
  });

  it('may be of one kind only', async () => {
    await setUpDns({ 'api.example.com': ['2606:4700::6812:141e'] });
    expect(await lookUpHost('api.example.com')).toEqual([{ address: '2606:4700::6812:141e', family: 6 }]);
  });

  it('are missed by name', async () => {
    await setUpDns({ 'empty.example.com': [] });
    await expect(lookUpHost('other.example.com')).rejects.toMatchObject({ code: 'ENOTFOUND' });
    await expect(lookUpHost('empty.example.com')).rejects.toMatchObject({ code: 'ENODATA' });
  });

  it.each(['127.0.0.1', '[::1]', 'localhost'])('of %s nobody is asked', async (host) => {
    const { asked } = await setUpDns({});
    const found = await lookUpHost(host);
    expect(found.every(({ address }) => ['127.0.0.1', '::1'].includes(address))).toBe(true);
    expect(asked).toEqual([]);
  });

  it('come from the system where none is set', async () => {
    expect(await lookUpHost('localhost')).not.toEqual([]);
    await expect(lookUpHost('no-such-host.invalid')).rejects.toMatchObject({ code: /ENOTFOUND|EAI_AGAIN/ });
  });
});
