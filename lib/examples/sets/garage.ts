import type { ExampleSet } from '../example-set';

/** Services by kilometres or by time, subscriptions before their end, documents as they come. */
export const garage: ExampleSet = {
  key: 'garage',
  templates: ['document-created'],
  types: [],
  kinds: [
    {
      key: 'vehicle',
      title: { en: 'Vehicle', es: 'Vehículo' },
      fields: [
        { name: 'vehicle', type: 'text', label: { en: 'Vehicle', es: 'Vehículo' } },
        { name: 'service_name', type: 'text', label: { en: 'Service that is due', es: 'Servicio que toca' } },
        { name: 'odometer_km', type: 'number', label: { en: 'Kilometres now', es: 'Kilómetros ahora' } },
        {
          name: 'last_service_km',
          type: 'number',
          label: { en: 'Kilometres at the last service', es: 'Kilómetros en el último servicio' },
        },
        { name: 'last_service_on', type: 'date', label: { en: 'Last service', es: 'Último servicio' } },
      ],
    },
    {
      key: 'subscription',
      title: { en: 'Subscription', es: 'Suscripción' },
      fields: [
        { name: 'plan_name', type: 'text', label: { en: 'Plan', es: 'Plan' } },
        { name: 'ends_on', type: 'date', label: { en: 'Ends on', es: 'Termina el' } },
        {
          name: 'renew_url',
          type: 'text',
          label: { en: 'Address for renewing', es: 'Dirección para renovar' },
        },
      ],
    },
  ],
  rules: [
    {
      title: { en: 'Service after 10,000 km or six months', es: 'Servicio a los 10.000 km o seis meses' },
      kind: 'vehicle',
      type: 'maintenance-reminder',
      match: 'any',
      conditions: [
        { field: 'odometer_km', op: 'gte', than: 'last_service_km', plus: 10_000 },
        { field: 'last_service_on', op: 'older_than', value: 182 },
      ],
      cron: '0 9 * * *',
    },
    {
      title: { en: 'Subscription ends soon', es: 'La suscripción termina pronto' },
      kind: 'subscription',
      type: 'subscription-expiring',
      before: { field: 'ends_on', days: [30, 15, 7, 1] },
      cron: '0 9 * * *',
    },
  ],
};
