import { describe, expect, it } from 'vitest';
import { usedKeys } from './used-keys';

describe('usedKeys', () => {
  it('follows the translator last declared above the call', () => {
    const source = `const t = useTranslations('home'); t('title'); const t = await getTranslations('auth'); t('x.y')`;
    expect(usedKeys(source).map(({ key }) => key)).toEqual(['home.title', 'auth.x.y']);
  });
  it('reads the branch of a composed key', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is source code
    const source = "const t = useTranslations('shell'); t(`nav.${key}`)";
    expect(usedKeys(source)).toEqual([{ key: 'shell.nav', kind: 'branch' }]);
  });
  it('ignores functions that are no translators', () => {
    expect(usedKeys("const t = useTranslations('a'); split('x'); a.t('y')")).toEqual([]);
  });
});
