import { expect, it } from 'vitest';
import { cargoOfForm } from './form-cargo';

it('counts what was put together so far', () => {
  const attachments = [new File(['12345'], 'Datos.MDB'), new File([], 'leeme')];
  expect(cargoOfForm({ to: ['ana@example.com', 'josé@example.com'], text: 'ñ', attachments })).toEqual({
    sizeBytes: 7,
    recipients: 2,
    bodyBytes: 2,
    files: [
      { ext: 'mdb', bytes: 5 },
      { ext: '', bytes: 0 },
    ],
    unicodeLocal: true,
  });
  // Accents in a name are no matter.
  expect(cargoOfForm({ to: ['José Pérez <jose@example.com>'] })).not.toHaveProperty('unicodeLocal');
  expect(cargoOfForm({})).toEqual({ sizeBytes: 0, recipients: 0, bodyBytes: 0, files: [] });
});
