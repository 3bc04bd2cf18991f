import { richText } from '../blocks/rich-text/write';
import { defineStarter } from './starter';
import { needed, optional } from './variables';
import { given, row, write } from './write';

/** As little as can be: one column of words on white, one button, its address again, and where it was asked for. */
export const passwordReset = defineStarter({
  key: 'password-reset',
  category: 'security',
  title: { en: 'Reset your password', es: 'Cambiar la contraseña' },
  variables: [
    needed(
      'action_url',
      'url',
      'https://cuenta.example/clave/8f3a91',
      'Address for the reset',
      'Dirección para cambiarla',
    ),
    needed('valid_minutes', 'number', 30, 'Valid for (minutes)', 'Válido por (minutos)'),
    optional('ip', 'text', '203.0.113.24', 'IP address', 'Dirección IP'),
    optional('device', 'text', 'Firefox, Windows', 'Device', 'Dispositivo'),
    optional('requested_at', 'date', '2026-11-27T13:22:00Z', 'Asked for', 'Solicitado'),
  ],
  subject: { en: 'Reset your password', es: 'Cambia tu contraseña' },
  preheader: {
    en: 'The link works once and for {{ valid_minutes }} minutes. Ignore it if it was not you.',
    es: 'El enlace sirve una vez y por {{ valid_minutes }} minutos. Si no fuiste tú, ignóralo.',
  },
  sms: {
    en: 'Reset your password within {{ valid_minutes }} minutes: {{ action_url }} Not you? Ignore this.',
    es: 'Cambia tu contraseña en {{ valid_minutes }} minutos: {{ action_url }} Si no la pediste, no hagas nada.',
  },
  document: (say) =>
    write({ page: 'white', corners: 'soft', width: 520 }, [
      row({ surface: 'page', padding: [48, 32, 8] }, [
        { kind: 'header', size: 'small', space: [0, 32] },
        {
          kind: 'heading',
          level: 1,
          size: 'large',
          text: say('Reset your password', 'Cambia tu contraseña'),
        },
        {
          kind: 'text',
          content: richText(
            say(
              'Somebody, we hope you, asked for a new password. The link works **once** and for **{{ valid_minutes }} minutes**.',
              'Alguien, esperamos que tú, pidió una contraseña nueva. El enlace sirve **una sola vez** y por **{{ valid_minutes }} minutos**.',
            ),
          ),
        },
        {
          kind: 'button',
          label: say('Choose a new password', 'Elegir una contraseña nueva'),
          href: '{{ action_url }}',
          showAddress: true,
          space: [12, 12],
        },
      ]),
      row({ surface: 'page', padding: [8, 32, 8], showIf: given('requested_at') }, [
        {
          kind: 'facts',
          rows: [
            { label: say('Asked for', 'Solicitado'), value: "{{ requested_at | date: 'datetime' }}" },
            { label: say('Device', 'Dispositivo'), value: '{{ device }}', showIf: given('device') },
            { label: say('IP address', 'Dirección IP'), value: '{{ ip }}', showIf: given('ip') },
          ],
        },
      ]),
      row({ surface: 'page', padding: [8, 32, 16] }, [
        {
          kind: 'text',
          size: 'small',
          muted: true,
          content: richText(
            say(
              '**It was not you?** Then do nothing: your password stays as it is, and nobody got in. We never ask for it by mail or telephone.',
              '**¿No fuiste tú?** No hagas nada: tu contraseña sigue igual y nadie entró. Nunca te la pedimos por correo ni por teléfono.',
            ),
          ),
        },
      ]),
      row({ surface: 'page', padding: [16, 32, 40] }, [{ kind: 'footer', align: 'left', contact: false }]),
    ]),
});
