import { describe, expect, it } from 'vitest';
import { describeBrowser } from './describe-browser';

describe('describeBrowser', () => {
  it('tells Edge from Chrome', () => {
    const agent =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Safari/537.36 Edg/130.0';
    expect(describeBrowser(agent)).toEqual({ browser: 'Edge', system: 'Windows' });
  });
  it('says nothing about what it does not know', () => {
    expect(describeBrowser('curl/8')).toEqual({ browser: undefined, system: undefined });
    expect(describeBrowser(null)).toEqual({ browser: undefined, system: undefined });
  });
});
