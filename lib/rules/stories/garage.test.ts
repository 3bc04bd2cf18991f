import { beforeEach, expect, test } from 'vitest';
import { getNotification } from '@/lib/notifications/list';
import { makeContact } from '@/lib/testing/contacts';
import { testContext } from '@/lib/testing/factories';
import { daysWithNews, install, know, moveClock, news, tell, useStory } from '@/lib/testing/stories';

// 9:30 in Asunción.
useStory('2026-12-01T12:30:00Z');

beforeEach(async () => {
  await makeContact({ key: 'C-7', email: 'luis@example.com', phone: '+595981123456', language: 'es' });
});

test('a document is told at once by email and WhatsApp, with what became of each', async () => {
  const { id } = await tell({
    type: 'document-created',
    contact: 'C-7',
    variables: {
      document_type: 'Presupuesto',
      document_number: 'P-318',
      document_url: 'https://taller.example/documentos/318',
    },
  });
  expect(await news()).toContainEqual('email luis@example.com: Nuevo documento: Presupuesto P-318');
  expect((await getNotification(testContext, { id })).channels).toMatchObject([
    { channel: 'email', address: 'luis@example.com', state: 'queued' },
    { channel: 'whatsapp', address: '+595981123456' },
  ]);
});

test('a service is told of once 10,000 km have passed since the last one', async () => {
  await install('garage', 'maintenance-reminder');
  const km = (odometer_km: number, data: object = {}) =>
    know({ kind: 'vehicle', key: 'ABC 123', contact: 'C-7', data: { odometer_km, ...data } });
  await km(79_999, { vehicle: 'Hilux', service_name: 'cambio de aceite', last_service_km: 70_000 });
  await moveClock('2026-12-02T13:00:00Z');
  expect(await news()).toEqual([]);
  await km(80_000);
  await moveClock('2026-12-03T12:00:00Z');
  expect(await news()).toEqual(['email luis@example.com: Hilux: toca cambio de aceite']);
  await km(80_400);
  await moveClock('2026-12-09T12:00:00Z');
  expect(await news()).toEqual([]);
  await km(80_500, { last_service_km: 80_500 });
  await moveClock('2026-12-10T12:00:00Z');
  await km(90_500);
  await moveClock('2026-12-11T12:00:00Z');
  expect(await news()).toHaveLength(1);
});

test('a vehicle that hardly moves is told of its service after six months, and of both at once only once', async () => {
  await install('garage', 'maintenance-reminder');
  const data = { vehicle: 'Vitz', service_name: 'service', odometer_km: 40_000, last_service_km: 39_000 };
  const at = (more: object) =>
    know({ kind: 'vehicle', key: 'XYZ 9', contact: 'C-7', data: { ...data, ...more } });
  await at({ last_service_on: '2026-06-03' });
  await moveClock('2026-12-02T13:00:00Z');
  expect(await news()).toEqual([]);
  await moveClock('2026-12-03T13:00:00Z');
  expect(await news()).toEqual(['email luis@example.com: Vitz: toca service']);
  await at({ odometer_km: 60_000, last_service_on: '2026-06-03' });
  await moveClock('2026-12-06T13:00:00Z');
  expect(await news()).toEqual([]);
});

test('a subscription is told of 30, 15, 7 and 1 days before its end, at nine by the clock there', async () => {
  await install('garage', 'subscription-expiring');
  const until = (ends_on: string) =>
    know({
      kind: 'subscription',
      key: 'S-1',
      contact: 'C-7',
      data: { plan_name: 'Profesional', renew_url: 'https://taller.example/renovar', ends_on },
    });
  await until('2027-01-10');
  const days = Array.from({ length: 45 }, (_, index) =>
    new Date(Date.UTC(2026, 11, 2 + index)).toISOString().slice(0, 10),
  );
  expect(await daysWithNews(days, '12:00:00Z')).toEqual([
    '2026-12-11',
    '2026-12-26',
    '2027-01-03',
    '2027-01-09',
  ]);
  // Renewed: the new end is a new cause.
  await until('2027-02-10');
  expect(await daysWithNews(['2027-01-16', '2027-01-26'], '12:00:00Z')).toEqual(['2027-01-16', '2027-01-26']);
});
