import { describe, expect, it } from 'vitest';
import { parseWaitMs } from './parse-wait';

describe('"try again in"', () => {
  it.each([
    ['450 4.2.0 Greylisted, try again in 300 seconds', 300_000],
    ['451 4.7.1 Greylisting in effect, please retry in 5 minutes', 300_000],
    ['421 Too many messages, retry after 1 hour', 3_600_000],
    ['450 try again after 90s', 90_000],
    // postgrey, milter-greylist, sqlgrey, cPanel and Barracuda, as github.com/sisimai and github.com/ActiveCampaign/smtp-field-manual quote them.
    ['450 4.2.0 <ana@e.example>: Recipient address rejected: e.example greylisted for 60 seconds', 60_000],
    ['451 4.7.1 <ana@e.example>: Recipient address rejected: Greylisted for 5 minutes', 300_000],
    ['451 4.7.1 Greylisting in action, please come back in 00:02:00', 120_000],
    ['451 Greylisted, please try again in 300 s', 300_000],
    ['450 Greylisting in action, please come back later', undefined],
    // The forms that github.com/postalsys/bounce-classifier tests.
    ['421 Wait 1 hour before retrying', 3_600_000],
    ['421 Wait 10 min', 600_000],
    ['421 Retry in 2 hr', 7_200_000],
    ['421 Too many requests, wait 60 seconds', 60_000],
    ['421 Come back in 10 minutes', 600_000],
    ['421 Try after 30 seconds', 30_000],
    ['421 Please try again in an hour', 3_600_000],
    // GoDaddy, "550 … has exceeded its 24-hour sending limit"
    ['550 250 recipients out of 250 allowed. Relay quota will reset in 11.5 hours.', 41_400_000],
    ['554 Your address is blocked for 3600 seconds', 3_600_000],
    // As Go prints durations, https://pkg.go.dev/time#Duration.String, and rspamd and others write them.
    ['450 Too many messages, try again in 1h30m', 5_400_000],
    ['450 Too many messages, try again in 1h30m0s', 5_400_000],
    ['450 Rate limited, retry after 2m30s', 150_000],
    ['450 try again in 1 h 30 min', 5_400_000],
    ['450 try again in 1 hour and 30 minutes', 5_400_000],
    ['450 try again in 1 hour, 2 minutes and 3 seconds', 3_723_000],
    ['451 Intente de nuevo en 1 hora y 30 minutos', 5_400_000],
    ['450 Bitte in 1 Stunde und 30 Minuten erneut versuchen', 5_400_000],
    ['450 The limit was reset 1 hour ago', undefined],
    ['450 retry: the last one was 5 minutes ago, wait 10 minutes', 600_000],
    ['450 El límite se restableció hace 2 horas', undefined],
    ['450 Das Limit wurde vor 2 Stunden erneuert', undefined],
    ['450 You have sent 120 mails in 1 minute, limit is 100', undefined],
    ['450 120 messages sent in 1 minute; try again in 3 minutes', 180_000],
    // In words, as limiters on npm and their users say it ("please try again in half an hour"), and in milliseconds, as APIs count.
    ['429 Too many requests from this IP, please try again in half an hour', 1_800_000],
    ['429 Too many requests, please try again after two hours', 7_200_000],
    ['451 Intente de nuevo dentro de una hora', 3_600_000],
    ['451 Tente novamente em uma hora', 3_600_000],
    ['451 Veuillez réessayer dans une heure', 3_600_000],
    ['451 Bitte in einer Stunde erneut versuchen', 3_600_000],
    ['429 Rate limit exceeded. Retry after 1500 milliseconds', 1_500],
    ['429 Rate limited, retry in 500ms', 500],
    // libcurl's words for its error 28: how long it had waited.
    ['503 Operation timed out after 30001 milliseconds with 0 bytes received', undefined],
    ['450 4.4.2 Connection timed out after 30 seconds', undefined],
    ['421 4.4.2 timed out, try again in 5 minutes', 300_000],
    ['450 4.2.0 try again later', undefined],
    ['450 try again in a few minutes', undefined],
    ['550 5.1.1 Mailbox disabled in 2019', undefined],
  ])('%s', (reply, expected) => {
    expect(parseWaitMs(reply)).toBe(expected);
  });
});

describe('other ways of saying when', () => {
  const now = Date.parse('2026-11-28T04:00:00Z');
  it.each([
    ['450 4.7.1 Greylisted for 00:05:00', 300_000],
    ['421 try again after 00:01:30', 90_000],
    ['450 deferred until Sat Nov 28 04:10:00 2026', 600_000],
    ['450 not before Sat, 28 Nov 2026 05:00:00 +0000', 3_600_000],
    ['451 Demasiados mensajes, vuelva a intentarlo en 5 minutos', 300_000],
    ['451 Muitas mensagens, tente novamente em 10 minutos', 600_000],
    ['451 Trop de messages, veuillez réessayer dans 10 minutes', 600_000],
    ['450 Bitte in 2 Minuten erneut versuchen', 120_000],
    // sendpulse.com/br, "Erros de entrega referentes a spam"
    ['451 4.7.1 Greylisting (lista cinza) em ação. Retorne daqui a 00:02:00', 120_000],
    ['451 Intente de nuevo en 2 horas', 7_200_000],
    ['451 Reintente dentro de 30 segundos', 30_000],
    ['451 Límite superado, espere 5 minutos', 300_000],
    ['451 Limite atingido, aguarde 15 minutos', 900_000],
    ['451 Patientez 30 secondes', 30_000],
    ['451 Bitte versuchen Sie es nach 2 Stunden erneut', 7_200_000],
    ['450 try again on Sat, 28 Nov 2026 06:00:00 +0100', 3_600_000],
    ['421 rate limit resets at 2026-11-28T05:00:00Z', 3_600_000],
    ['450 blocked until 2026-11-28 04:10:00 UTC', 600_000],
    // As people write it there, with the accent and by other words; RAE's "inténtelo", "Veuillez patienter", "noch einmal".
    ['451 Por favor, inténtelo de nuevo en 30 minutos', 1_800_000],
    ['451 inténtelo nuevamente en 1 hora', 3_600_000],
    ['451 Inténtalo otra vez en cinco minutos', 300_000],
    ['451 vuelva a probar dentro de 20 minutos', 1_200_000],
    ['451 aguarde quinze minutos e tente de novo', 900_000],
    ['451 veuillez patienter 10 minutes avant de réessayer', 600_000],
    ['451 Bitte versuchen Sie es in fünf Minuten noch einmal', 300_000],
    ['451 try again in five minutes', 300_000],
    ['451 Greylisted, please try again in 4:59 minutes', 299_000],
    ['421 blocked for the next 10 minutes', 600_000],
    // The header of RFC 9110 10.2.3 in words.
    ['451 4.7.1 Retry-After: 120', 120_000],
    ['421 Rate limited, retry after 120', 120_000],
    ['421 Rate limited, retry after 2 minutes', 120_000],
    ['450 retry after 2026-11-28T05:00:00Z', 3_600_000],
    ['550 5.1.1 ten recipients in five groups, nobody again', undefined],
    // Over already: then the schedule decides.
    ['450 blocked until 2026-11-28 03:50:00 UTC', undefined],
    ['450 not before Sat, 28 Nov 2025 05:00:00 +0000', undefined],
    ['450 try again in 1 hour from 2026-11-28T01:00:00Z', undefined],
    ['450 try again 2 hours after 2026-11-28T03:00:00Z', 3_600_000],
    ['552 5.2.2 over quota for 30 days', undefined],
    ['550 5.2.1 Mailbox inactive for 90 days, try again in vain', undefined],
    ['451 Sender rate limit exceeded: 120.3 messages per 1m (limit 100/1m)', undefined],
    ['450 4.7.1 only 5 recipients per 5 minutes allowed', undefined],
    ['550 in the last 24 hours you have sent 300 messages', undefined],
    ['550 not logged in in the last 30 minutes', undefined],
    ['554 4.4.7 Message expired: unable to deliver in 840 minutes', undefined],
    ['554 retry timeout exceeded after 5 days', undefined],
    ['421 The message has been delayed for 4 hours', undefined],
    ['450 too many messages within the last 60 minutes', undefined],
    ['550 5.1.1 unknown since 10 days', undefined],
  ])('%s', (reply, expected) => {
    expect(parseWaitMs(reply, now)).toBe(expected);
  });
});

it.each([
  ['451 Bitte versuchen Sie es nach 30 Sekunden noch einmal', 30],
  ['450 Recipient address rejected: Greylisting in effect, please try again later. delay=299s', 299],
  ['450 Too many requests. Please try again in 1,200 seconds.', 1200],
  ['450 Seu IP foi bloqueado por 30 minutos', 1800],
  ['450 Su IP ha sido bloqueada durante 1 hora', 3600],
  ['450 Votre IP est bloquée pendant 15 minutes', 900],
  ['450 Ihre IP wurde für 20 Minuten gesperrt', 1200],
  ['451 temporarily deferred (account is 12 hours old)', undefined],
  ['250 ok delay=0.51, delays=0.1/0.02/0.3/0.09', undefined],
])('%s', (reply, seconds) => {
  expect(parseWaitMs(reply)).toBe(seconds === undefined ? undefined : seconds * 1000);
});
