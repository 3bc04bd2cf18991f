import { expect, it } from 'vitest';
import { emailForm } from './form';

it('counts what was put together so far', () => {
  const { cargoOf } = emailForm;
  const attachments = [
    { name: 'Datos.MDB', size: 5, type: '' },
    { name: 'leeme', size: 0, type: '', contentId: 'leeme' },
  ];
  expect(cargoOf?.({ to: ['ana@example.com', 'josé@example.com'], text: 'ñ', attachments })).toEqual({
    sizeBytes: 7,
    recipients: 2,
    bodyBytes: 2,
    files: [
      { ext: 'mdb', bytes: 5 },
      { ext: '', bytes: 0, inline: true },
    ],
    unicodeLocal: true,
  });
  // Accents in a name are no matter.
  expect(cargoOf?.({ to: ['José Pérez <jose@example.com>'] })).not.toHaveProperty('unicodeLocal');
  expect(cargoOf?.({})).toEqual({ sizeBytes: 0, recipients: 0, bodyBytes: 0, files: [] });
});
