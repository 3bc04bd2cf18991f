import { describe, expect, it } from 'vitest';
import { withoutLiquid } from '../blocks/liquid-text';
import { isMarketing, MAIL_CATEGORIES } from '../categories';
import { lintMail } from '../lint/lint-mail';
import { STARTERS } from './registry';
import { renderStarter } from './render';

/** 3GPP TS 23.038, 6.2.1, but for what is not written here. */
const GSM_7 =
  '@$ÄÅÆÇÉÑÖØÜßàäåæèéìñòöøùü¡¿_!"#%&()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz \'[]';

const CASES = STARTERS.flatMap((starter) =>
  (['en', 'es'] as const).map((language) => ({ key: starter.key, language, starter })),
);

describe('the starters', () => {
  it('are seventeen, with the keys that programs may rely on, in all fifteen categories', () => {
    expect(STARTERS.map(({ key }) => key).toSorted()).toEqual(
      `account-overdue alert booking-reminder document-created inactive-customer inspection-due low-balance maintenance-reminder
      newsletter password-reset payment-pending receipt subscription-expired subscription-expiring topup-received training-reminder
      welcome`.split(/\s+/),
    );
    const categories = new Set(STARTERS.map(({ category }) => category));
    expect([...categories].toSorted()).toEqual(MAIL_CATEGORIES.toSorted());
  });

  it('have layouts of their own: no two are one in other colours', () => {
    const layouts = STARTERS.map(({ texts }) =>
      texts.es.document.sections
        .map((section) =>
          section.kind === 'columns'
            ? section.columns.map(({ blocks }) => blocks.map(({ kind }) => kind))
            : 0,
        )
        .map((columns) => JSON.stringify(columns))
        .join('\n'),
    );
    expect(new Set(layouts).size).toBe(STARTERS.length);
  });

  it.each(CASES)('$key in $language has nothing to mend', async ({ starter, language }) => {
    const mail = await renderStarter(starter, language);
    expect(mail.errors).toEqual([]);
    const findings = lintMail({ ...mail, isMarketing: isMarketing(starter.category) });
    expect(findings.filter(({ code }) => code !== 'subject_wide')).toEqual([]);
    for (const rendered of [mail.html, mail.text, mail.subject, mail.preheader])
      expect(rendered).not.toMatch(/\{\{|\{%|undefined|\[object|NaN/);
  });

  it.each(CASES)(
    '$key in $language fits into one SMS, in letters that cost no more',
    async ({ starter, language }) => {
      const own = withoutLiquid(starter.texts[language].sms);
      expect([...own].filter((letter) => !GSM_7.includes(letter))).toEqual([]);
      expect((await renderStarter(starter, language)).sms.length).toBeLessThanOrEqual(160);
    },
  );

  it.each(CASES)(
    '$key in $language says all that is needed with the required alone',
    async ({ starter, language }) => {
      const mail = await renderStarter(starter, language, 'required');
      expect(mail.errors).toEqual([]);
      expect(mail.text).not.toMatch(/\n{4}|: \n/);
      for (const { name, type, required, example } of starter.variables)
        if (
          required &&
          type === 'text' &&
          name !== 'kind' &&
          name !== 'severity' &&
          name !== 'currency' &&
          name !== 'card_number'
        )
          expect(`${mail.subject} ${mail.text}`).toContain(String(example));
      for (const { type, required, example } of starter.variables)
        if (required && type === 'url') expect(mail.html).toContain(`href="${example}"`);
    },
  );
});
