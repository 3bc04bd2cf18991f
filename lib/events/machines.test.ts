import { describe, expect, it } from 'vitest';
import { machineOf } from './machines';
import { visitOf } from './visit';

describe('machineOf', () => {
  it.each([
    ['Mozilla/5.0', 'apple'],
    ['Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)', 'google'],
    ['YahooMailProxy; https://help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html', 'yahoo'],
    ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', 'scanner'],
    ['Microsoft Office Existence Discovery', 'scanner'],
    ['curl/8.5.0', 'program'],
    ['python-requests/2.32.3', 'program'],
    ['', 'program'],
    [null, 'program'],
  ])('%j is %s', (agent, machine) => {
    expect(machineOf(agent)).toBe(machine);
  });

  it.each([
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
    'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.4.0',
    'Mozilla/4.0 (compatible; MSIE 7.0; Windows NT 10.0; Microsoft Outlook 16.0.5134)',
    // Robotics companies, a village in Bavaria: a word is not a program.
    'Mozilla/5.0 (Linux; Android 14; CUBOT P80) AppleWebKit/537.36 Chrome/131.0.0.0 Mobile Safari/537.36',
  ])('%s is a person', (agent) => {
    expect(machineOf(agent)).toBeNull();
  });
});

describe('visitOf', () => {
  it('keeps of a stranger only what has the form of it, cut to a length', () => {
    expect(visitOf({ ip: '<b>', country: 'Nowhere', agent: 'x'.repeat(5_000), link: '' })).toEqual({
      agent: 'x'.repeat(300),
    });
    expect(visitOf({ ip: '2001:db8::1', country: 'py' })).toEqual({ ip: '2001:db8::1', country: 'PY' });
  });
});
