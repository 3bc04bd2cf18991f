import type { DoorAddress } from '@/lib/env';
import { curlExample } from '../tokens/curl-example';
import { API_RECIPES, APIS, type Api, type Pair } from './recipes-of-apis';

/** What is written for the programs, in the order of the page. Their names are their own in every language. */
export const PROGRAMS = {
  api: 'curl',
  smtp: 'SMTP',
  django: 'Django',
  laravel: 'Laravel',
  rails: 'Rails',
  spring: 'Spring',
  nodemailer: 'nodemailer',
  phpmailer: 'PHPMailer',
  dotnet: '.NET (MailKit)',
  wordpress: 'WordPress',
  odoo: 'Odoo',
  ...APIS,
} as const;
export type Program = keyof typeof PROGRAMS;

export const isProgram = (value: string): value is Program => Object.hasOwn(PROGRAMS, value);
export const speaksApi = (program: Program): program is Api => program in APIS;
export const speaksSmtp = (program: Program) => program !== 'api' && !speaksApi(program);

/** Where a program signs in by SMTP; the port by custom while there is none. */
export type Place = { host: string; port: number; security: 'starttls' | 'tls' | 'none' };

export function placeOf({ host, port, tlsPort, certified }: DoorAddress): Place {
  if (port === null && tlsPort !== null) return { host, port: tlsPort, security: 'tls' };
  return { host, port: port ?? 2587, security: certified ? 'starttls' : 'none' };
}

type Given = Place & { user: string; token: string };

/** Lines to be pasted as they stand, each with the file that they belong into. */
export function recipeOf(
  program: Program,
  door: DoorAddress,
  { token, pair }: { token: string; pair: Pair },
): { file: string; text: string } {
  if (program === 'api') return { file: 'curl', text: curlExample(door.url, token) };
  if (speaksApi(program)) {
    const base = `${door.url.replace(/\/$/, '')}/compat/${program}`;
    return { file: 'JavaScript', text: API_RECIPES[program]({ base, token, pair }) };
  }
  return RECIPES[program]({ ...placeOf(door), user: program, token });
}

const lines = (...all: (string | false)[]) => all.filter((line) => line !== false).join('\n');

const RECIPES: Record<Exclude<Program, 'api' | Api>, (given: Given) => { file: string; text: string }> = {
  smtp: ({ host, port, security, user, token }) => ({
    file: 'SMTP',
    text: lines(
      `Host: ${host}`,
      `Port: ${port}`,
      `Security: ${{ starttls: 'STARTTLS', tls: 'TLS', none: 'none' }[security]}`,
      'Authentication: PLAIN or LOGIN',
      `User name: ${user}`,
      `Password: ${token}`,
    ),
  }),
  django: ({ host, port, security, user, token }) => ({
    file: 'settings.py',
    text: lines(
      `EMAIL_BACKEND = 'django.core.mail.backends.smtp.EmailBackend'`,
      `EMAIL_HOST = '${host}'`,
      `EMAIL_PORT = ${port}`,
      `EMAIL_USE_TLS = ${security === 'starttls' ? 'True' : 'False'}`,
      security === 'tls' && 'EMAIL_USE_SSL = True',
      `EMAIL_HOST_USER = '${user}'`,
      `EMAIL_HOST_PASSWORD = '${token}'`,
    ),
  }),
  laravel: ({ host, port, security, user, token }) => ({
    file: '.env',
    text: lines(
      'MAIL_MAILER=smtp',
      security === 'tls' && 'MAIL_SCHEME=smtps',
      `MAIL_HOST=${host}`,
      `MAIL_PORT=${port}`,
      `MAIL_USERNAME=${user}`,
      `MAIL_PASSWORD=${token}`,
    ),
  }),
  rails: ({ host, port, security, user, token }) => ({
    file: 'config/environments/production.rb',
    text: lines(
      'config.action_mailer.delivery_method = :smtp',
      'config.action_mailer.smtp_settings = {',
      `  address: '${host}', port: ${port},`,
      `  user_name: '${user}', password: '${token}', authentication: :plain,`,
      `  ${{ starttls: 'enable_starttls: true', tls: 'tls: true', none: 'enable_starttls_auto: false' }[security]}`,
      '}',
    ),
  }),
  spring: ({ host, port, security, user, token }) => ({
    file: 'application.properties',
    text: lines(
      `spring.mail.host=${host}`,
      `spring.mail.port=${port}`,
      `spring.mail.username=${user}`,
      `spring.mail.password=${token}`,
      'spring.mail.properties.mail.smtp.auth=true',
      security === 'starttls' && 'spring.mail.properties.mail.smtp.starttls.required=true',
      security === 'tls' && 'spring.mail.properties.mail.smtp.ssl.enable=true',
    ),
  }),
  nodemailer: ({ host, port, security, user, token }) => ({
    file: 'JavaScript',
    text: lines(
      'const transport = nodemailer.createTransport({',
      `  host: '${host}',`,
      `  port: ${port},`,
      `  ${{ starttls: 'requireTLS: true', tls: 'secure: true', none: 'ignoreTLS: true' }[security]},`,
      '  pool: true,',
      `  auth: { user: '${user}', pass: '${token}' },`,
      '});',
    ),
  }),
  phpmailer: ({ host, port, security, user, token }) => ({
    file: 'PHP',
    text: lines(
      '$mail->isSMTP();',
      `$mail->Host = '${host}';`,
      `$mail->Port = ${port};`,
      '$mail->SMTPAuth = true;',
      `$mail->Username = '${user}';`,
      `$mail->Password = '${token}';`,
      security === 'starttls' && "$mail->SMTPSecure = 'tls';",
      security === 'tls' && "$mail->SMTPSecure = 'ssl';",
      security === 'none' && '$mail->SMTPAutoTLS = false;',
    ),
  }),
  dotnet: ({ host, port, security, user, token }) => ({
    file: 'C#',
    text: lines(
      `client.Connect("${host}", ${port}, SecureSocketOptions.${{ starttls: 'StartTls', tls: 'SslOnConnect', none: 'None' }[security]});`,
      `client.Authenticate("${user}", "${token}");`,
    ),
  }),
  wordpress: ({ host, port, security, user, token }) => ({
    file: 'WP Mail SMTP → Settings → Other SMTP',
    text: lines(
      `SMTP Host: ${host}`,
      `Encryption: ${{ starttls: 'TLS', tls: 'SSL', none: 'None' }[security]}`,
      `SMTP Port: ${port}`,
      `Auto TLS: ${security === 'none' ? 'off' : 'on'}`,
      'Authentication: on',
      `SMTP Username: ${user}`,
      `SMTP Password: ${token}`,
    ),
  }),
  odoo: ({ host, port, security, user, token }) => ({
    file: 'Settings → Technical → Outgoing Mail Servers',
    text: lines(
      `SMTP Server: ${host}`,
      `SMTP Port: ${port}`,
      `Connection Encryption: ${{ starttls: 'TLS (STARTTLS)', tls: 'SSL/TLS', none: 'None' }[security]}`,
      'Authenticate with: Username',
      `Username: ${user}`,
      `Password: ${token}`,
    ),
  }),
};
