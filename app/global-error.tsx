'use client';

/** Shown when even the frame of the page fails: no theme and no translations here, so both languages in plain HTML. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <head>
        <title>Relevo</title>
      </head>
      <body
        style={{ fontFamily: 'system-ui, sans-serif', maxWidth: '32rem', margin: '20vh auto', padding: 20 }}
      >
        <h1 style={{ fontSize: '1.25rem' }}>This page could not be shown</h1>
        <p>Something went wrong on our side. Try again, and if it stays, look at the log.</p>
        <p lang="es">
          Algo falló por nuestra parte. Inténtelo de nuevo y, si persiste, consulte el registro.
        </p>
        <button type="button" onClick={reset}>
          Try again · <span lang="es">Reintentar</span>
        </button>
      </body>
    </html>
  );
}
